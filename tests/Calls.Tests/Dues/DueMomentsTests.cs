using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PfP.Calls.Dues;
using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Submissions;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Calls.Tests.Dues;

/// <summary>That a call opens or closes is told when it happens, and once: by however many replicas, and after whatever standstill.</summary>
public sealed class DueMomentsTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    private static readonly CallWords Words = new("Corrected", "Corrected.", "Corrected.", "Corrected.", null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Moments_WithTwoReplicas_AreToldOnce()
    {
        await using var replica = host.WithWebHostBuilder(_ => { });
        using var started = replica.CreateClient();
        var calls = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => PublishedAsync(opensIn: 10 + number, closesIn: 30 + number)));
        Assert.Empty(await OpenedAsync(calls));

        await host.GoToAsync(calls.Max(call => call.Deadline!.At).AddSeconds(1));
        await Task.WhenAll(new[] { host.Services, replica.Services }.SelectMany(services => Enumerable.Repeat(services.GetRequiredService<DueMoments>(), 2)).Select(moments => moments.TellAsync(Cancellation)));

        await AllIsToldAsync(calls);
        foreach (var call in calls)
        {
            Assert.Equal(call.Deadline!.At, (await host.Published.OneAsync<CallClosed>(message => message.CallId == call.Id)).At);
            Assert.Equal(OpensAt(call), (await host.Published.OneAsync<CallOpened>(message => message.CallId == call.Id)).At);
        }
    }

    [Fact]
    public async Task Moments_HeldByAReplicaThatDies_AreLeftToItAndToldOnceAfterwards()
    {
        var (held, other) = (await PublishedAsync(10, 30), await PublishedAsync(10, 30));
        await using var connection = new NpgsqlConnection(host.DatabaseConnectionString);
        await connection.OpenAsync(Cancellation);
        await using (var transaction = await connection.BeginTransactionAsync(Cancellation))
        {
            await using var claim = new NpgsqlCommand("delete from call_dues where call_id = $1 and moment <> 'outcome'", connection, transaction) { Parameters = { new() { Value = held.Id } } };
            Assert.Equal(2, await claim.ExecuteNonQueryAsync(Cancellation));
            await host.GoToAsync(other.Deadline!.At.AddDays(3));
            await host.Published.OneAsync<CallClosed>(message => message.CallId == other.Id);
            Assert.Empty(await OpenedAsync(held));
        }

        await AllIsToldAsync(held, other);
        Assert.Equal(held.Deadline!.At, (await host.Published.OneAsync<CallClosed>(message => message.CallId == held.Id)).At);
        Assert.Equal(OpensAt(held), (await host.Published.OneAsync<CallOpened>(message => message.CallId == held.Id)).At);
    }

    [Fact]
    public async Task Moments_OfADeadlineThatWasGivenUp_AreNotTold()
    {
        using var moderator = new Calling(host, "moderator", null);
        var (extended, cancelled, reopened) = (await PublishedAsync(10, 30), await PublishedAsync(10, 30), await PublishedAsync(10, 30));
        extended = await moderator.DoAsync(extended, "extend", Later(50));
        cancelled = await moderator.DoAsync(cancelled, "cancel", new CancelledFor("No money"));
        // Its words are mended between the one and the other, and after them those of what has closed.
        reopened = await moderator.DoAsync(await moderator.DoAsync(reopened, "cancel", new CancelledFor("No money")), "correct", Words);
        reopened = await moderator.DoAsync(reopened, "reopen", Later(20));
        Assert.Equal([("opened", OpensAt(extended)), ("closed", extended.Deadline!.At)], await PlannedAsync(extended));
        Assert.Empty(await PlannedAsync(cancelled));
        Assert.Equal([("opened", OpensAt(reopened)), ("closed", reopened.Deadline!.At)], await PlannedAsync(reopened));

        await host.GoToAsync(extended.Deadline.At.AddSeconds(1));

        await AllIsToldAsync(extended, reopened);
        Assert.Equal("closed", (await moderator.DoAsync(reopened, "correct", Words with { Title = "Corrected again" })).Status);
        await AllIsToldAsync(extended, reopened);
        Assert.Equal(extended.Deadline.At, (await host.Published.OneAsync<CallClosed>(message => message.CallId == extended.Id)).At);
        Assert.Equal(reopened.Deadline.At, (await host.Published.OneAsync<CallClosed>(message => message.CallId == reopened.Id)).At);
        Assert.Empty(await host.Published.OfAsync<CallClosed>(message => message.CallId == cancelled.Id, 0));
        Assert.Empty(await OpenedAsync(cancelled));
    }

    [Fact]
    public async Task Call_WithoutADayOfOpening_OpensAtPublication_AndRollingOneNeverCloses()
    {
        using var moderator = new Calling(host, "moderator", null);
        var call = await Calling.InStateAsync(host, "published", Calling.NewOwner(), Calling.Complete with { Deadline = new() { Precision = TypedDeadline.Rolling } });
        call = await moderator.GetAsync(call.Id);

        var opened = await host.Published.OneAsync<CallOpened>(message => message.CallId == call.Id);

        Assert.Equal(call.Steps[^1].At, opened.At);
        await Eventually.TrueAsync(async () => (await PlannedAsync(call)).Count == 0, "nothing is planned");
    }

    /// <summary>What is told after all of theirs is told shows that nothing of theirs comes twice.</summary>
    private async Task AllIsToldAsync(params CallSubmission[] calls)
    {
        await host.Published.OfAsync<CallClosed>(message => calls.Any(call => call.Id == message.CallId), calls.Length);
        var last = await Calling.InStateAsync(host, "published", Calling.NewOwner(), Form(null, 30));
        await host.Published.OneAsync<CallOpened>(message => message.CallId == last.Id);
    }

    private Task<CallSubmission> PublishedAsync(int opensIn, int closesIn) => Calling.InStateAsync(host, "published", Calling.NewOwner(), Form(opensIn, closesIn));

    /// <summary>Days of the moved clock.</summary>
    private CallForm Form(int? opensIn, int closesIn) => Calling.Complete with
    {
        Title = $"Opens and closes {Guid.NewGuid():n}",
        Opens = opensIn is { } days ? Day(days) : null,
        Deadline = new() { Precision = "day", Date = Day(closesIn), Zone = Calling.Zone },
    };

    private NewDeadline Later(int days) => new(new() { Precision = "day", Date = Day(days), Zone = Calling.Zone }, "More time.");

    private string Day(int days) => Calling.InDays(days + (int)host.Ahead.TotalDays);

    private static DateTimeOffset OpensAt(CallSubmission call) => Zones.StartOf(DateOnly.ParseExact(call.Form.Opens!, "yyyy-MM-dd", null), Calling.Zone);

    private async Task<IReadOnlyList<CallOpened>> OpenedAsync(params CallSubmission[] calls) =>
        await host.Published.OfAsync<CallOpened>(message => calls.Any(call => call.Id == message.CallId), 0);

    private async Task<List<(string, DateTimeOffset)>> PlannedAsync(CallSubmission call) =>
        [.. (await host.InDatabaseAsync(db => db.Dues.AsNoTracking().Where(due => due.CallId == call.Id && due.Moment != CallDue.Outcome).OrderBy(due => due.At).ToListAsync(Cancellation))).Select(due => (due.Moment, due.At))];
}
