using Microsoft.EntityFrameworkCore;
using PfP.Calls.Dues;
using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Submissions;
using PfP.Contracts;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;

namespace PfP.Calls.Tests.Dues;

/// <summary>What came of a call is asked for 30, 80 and 90 days after it closed, until it is said.</summary>
public sealed class OutcomeDueTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outcome_IsAskedForThreeTimes_AndListedFirst()
    {
        var owner = Calling.NewOwner();
        using var owning = new Calling(host, "member", owner);
        var call = await PublishedAsync(20, owner);
        var later = await PublishedAsync(900, owner);
        var closed = call.Deadline!.At;
        Assert.Null(call.OutcomeDueAt);

        foreach (var (days, times) in new[] { (30, 1), (80, 2), (90, 3) })
        {
            await host.GoToAsync(closed.AddDays(days).AddSeconds(1));

            var told = await host.Published.OfAsync<OutcomeDue>(message => message.CallId == call.Id, times);
            Assert.Equal(new OutcomeDue(call.Id, closed, closed.AddDays(90), closed.AddDays(days)), told.MaxBy(message => message.At));
            Assert.Equal(times, told.Count);
        }

        Assert.Equal(closed.AddDays(90), (await owning.GetAsync(call.Id)).OutcomeDueAt);
        var listed = (await Calling.ReadAsync<Page<CallSubmissionSummary>>(owning.SendAsync(HttpMethod.Get, ""))).Items;
        Assert.Equal([(call.Id, closed.AddDays(90)), (later.Id, (DateTimeOffset?)null)], listed.Select(row => (row.Id, row.OutcomeDueAt)));
    }

    [Fact]
    public async Task Outcome_IsAskedForOnce_AfterNobodyWasThereToAsk()
    {
        var call = await PublishedAsync(20);
        var closed = call.Deadline!.At;

        await host.GoToAsync(closed.AddDays(90).AddSeconds(1));

        Assert.Equal(closed.AddDays(90), (await host.Published.OneAsync<OutcomeDue>(message => message.CallId == call.Id)).At);
        Assert.Empty(await PlannedAsync(call));
    }

    [Fact]
    public async Task Outcome_ThatIsSaid_OrOfACallThatDidNotClose_IsNotAskedFor()
    {
        using var moderator = new Calling(host, "moderator", null);
        var (completed, reopened, cancelled, extended, asked) = (await PublishedAsync(20), await PublishedAsync(20), await PublishedAsync(20), await PublishedAsync(20), await PublishedAsync(21));
        cancelled = await moderator.DoAsync(cancelled, "cancel", new CancelledFor("No money"));
        extended = await moderator.DoAsync(extended, "extend", Later(900));
        await host.GoToAsync(asked.Deadline!.At.AddSeconds(1));
        await host.Published.OneAsync<CallClosed>(message => message.CallId == asked.Id);
        completed = await moderator.DoAsync(completed, "outcome", new CallOutcome("Nine replies."));
        reopened = await moderator.DoAsync(reopened, "reopen", Later(40));

        Assert.Empty(await PlannedAsync(completed));
        Assert.Empty(await PlannedAsync(cancelled));
        Assert.Equal(new[] { 30, 80, 90 }.Select(days => reopened.Deadline!.At.AddDays(days)), await PlannedAsync(reopened));
        Assert.Null(completed.OutcomeDueAt);
        await host.GoToAsync(asked.Deadline.At.AddDays(90).AddSeconds(1));

        // What is told of the call that is asked for shows that nothing comes of the others, whose moments came before.
        await host.Published.OneAsync<OutcomeDue>(message => message.CallId == asked.Id);
        Assert.Empty(await host.Published.OfAsync<OutcomeDue>(message => message.CallId == completed.Id || message.CallId == cancelled.Id || message.CallId == extended.Id, 0));
        var first = Assert.Single(await host.Published.OfAsync<OutcomeDue>(message => message.CallId == reopened.Id, 1));
        Assert.Equal(reopened.Deadline!.At.AddDays(30), first.At);
    }

    /// <summary>Days of the moved clock.</summary>
    private Task<CallSubmission> PublishedAsync(int closesIn, string? owner = null) => Calling.InStateAsync(host, "published", owner ?? Calling.NewOwner(), Calling.Complete with
    {
        Title = $"Closes {Guid.NewGuid():n}",
        Deadline = new() { Precision = "day", Date = Day(closesIn), Zone = Calling.Zone },
    });

    private NewDeadline Later(int days) => new(new() { Precision = "day", Date = Day(days), Zone = Calling.Zone }, "More time.");

    private string Day(int days) => Calling.InDays(days + (int)host.Ahead.TotalDays);

    private Task<List<DateTimeOffset>> PlannedAsync(CallSubmission call) => host.InDatabaseAsync(
        db => db.Dues.Where(due => due.CallId == call.Id && due.Moment == CallDue.Outcome).OrderBy(due => due.At).Select(due => due.At).ToListAsync(Cancellation));
}
