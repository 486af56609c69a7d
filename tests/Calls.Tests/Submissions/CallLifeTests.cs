using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;

namespace PfP.Calls.Tests.Submissions;

/// <summary>A call from its first word to what came of it.</summary>
public sealed class CallLifeTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    [Fact]
    public async Task Call_FromDraftToOutcome_IsWhatItsOwnerAndTheSecretariatMakeOfIt()
    {
        var (owner, sender) = (Calling.NewOwner(), Guid.CreateVersion7());
        using var member = new Calling(host, "member", owner, sender);
        using var moderator = new Calling(host, "moderator", null);

        var draft = await member.StartAsync(new());
        Assert.Equal(("draft", 1, owner, null), (draft.State, draft.Version, draft.Owner, draft.Slug));
        Assert.Equal(
            ["ask", "contact", "countries", "deadline", "forWhom", "language", "reply", "summary", "themes", "title", "type"], draft.Wrong.Select(wrong => wrong.Field).Distinct().Order());
        var call = await member.SaveAsync(draft, Calling.Complete with { Title = "A life of a call", Countries = ["NU"] });
        Assert.Empty(call.Wrong);
        call = await member.DoAsync(call, "submit");
        Assert.Contains(await moderator.QueueAsync("submitted"), waiting => waiting.Id == call.Id);
        var asked = await moderator.DoAsync(call, "request-changes", new SubmissionRemark("Nearly.") { Comments = [new("ask", "Which data?")] });
        call = await member.SaveAsync(asked, asked.Form with { Ask = "Ministries that keep data by **household** are asked to join." });
        var submitted = await member.DoAsync(call, "submit");
        var published = await moderator.DoAsync(submitted, "publish");

        Assert.Equal(("published", "a-life-of-a-call", "open"), (published.State, published.Slug, published.Status));
        await PublicIsAsync(published, CallStatuses.Open);
        var told = await ToldAsync(published);
        Assert.Equal((owner, "published", false), (told.Owner, told.State, told.IsExtended));
        Assert.Equal((told.PublishedAt, Calling.InDays(60), Calling.Zone, "minute"), (told.DeadlineSetAt, Iso(told.Deadline!.Date), told.Deadline.Zone, told.Deadline.Precision));
        Assert.Equal([("international-organization-for-migration", "IOM", "lead"), ("bureau-of-samples", null, "partner")], told.Organisations.Select(named => (named.Slug, named.Acronym, named.Role)));
        Assert.Equal(["GH", "PH"], told.CountriesWanted);

        var extended = await member.DoAsync(published, "extend", Calling.Later(70));
        Assert.Equal((true, Calling.InDays(70), Calling.InDays(70)), ((await ToldAsync(extended)).IsExtended, Iso(extended.Deadline!.Date), extended.Form.Deadline.Date));
        var cancelled = await moderator.DoAsync(extended, "cancel", new CancelledFor("The study is not funded."));
        await PublicIsAsync(cancelled, CallStates.Cancelled);
        var reopened = await member.DoAsync(cancelled, "reopen", Calling.Later(80, "Somebody pays after all."));
        await PublicIsAsync(reopened, CallStatuses.Open);

        await host.GoToAsync(reopened.Deadline!.At.AddSeconds(1));
        var closed = await host.Published.OneAsync<CallClosed>(message => message.CallId == draft.Id);
        Assert.Equal(reopened.Deadline.At, closed.At);
        await PublicIsAsync(reopened, CallStatuses.Closed);
        Assert.Equal(409, await member.TryAsync(reopened, "extend", Calling.Later(200)));
        var completed = await member.DoAsync(reopened, "outcome", new CallOutcome(" Nine ministries joined. ") { Links = [new("https://example.org/report", " "), new("", "nothing")] });
        completed = await member.DoAsync(completed, "outcome", completed.Outcome! with { Text = "Ten ministries joined." });

        var shown = await PublicIsAsync(completed, CallStates.Completed);
        Assert.Equal("Ten ministries joined.", shown.Outcome!.Text);
        Assert.Equal([new("https://example.org/report", null)], shown.Outcome.Links);
        Assert.Equal(
            [("completed", null), ("completed", null), ("reopened", "Somebody pays after all."), ("cancelled", "The study is not funded."), ("extended", "Two ministries asked for more time.")],
            shown.Notices.Select(notice => (notice.Change, notice.Reason)));
        Assert.Equal([null, null, extended.Deadline, null, published.Deadline], shown.Notices.Select(notice => notice.Before));
        Assert.Equal(
            ["submitted", "changes_requested", "submitted", "published", "extended", "cancelled", "reopened", "completed", "completed"], completed.Steps.Select(step => step.Kind));
        Assert.Equal([1, 3, 5], completed.Steps.Index().Where(step => step.Item.BySecretariat).Select(step => step.Index));
        await EverythingIsToldAsync(draft.Id, sender, asked, submitted, published, extended, cancelled, reopened, completed);
        await EverythingIsRecordedAsync(draft.Id, completed.Version);
    }

    private async Task EverythingIsToldAsync(Guid id, Guid sender, params CallSubmission[] steps)
    {
        var changes = await host.Published.OfAsync<CallChanged>(change => change.CallId == id, 6);
        Assert.Equal(
            ["published", "extended", "cancelled", "reopened", "completed", "completed"], changes.OrderBy(change => change.Version).Select(change => change.Change));
        Assert.Equal(steps[2..].Select(step => step.Version).Append(steps[^1].Version - 1).Order(), changes.Select(change => change.Version).Order());
        var moved = await host.Published.OfAsync<CallMoved>(move => move.CallId == id, 4);
        Assert.Equal(
            [
                ("submitted", null, sender), ("changes_requested", "ask", sender), ("submitted", null, sender), ("published", null, sender),
            ],
            moved.OrderBy(move => move.Version).Select(move => (move.Step, move.Field, move.MemberId)));
        // It opened when it was published, and not once more when it was opened again.
        Assert.Equal(steps[^1].Steps[3].At, (await host.Published.OneAsync<CallOpened>(message => message.CallId == id)).At);
        await Eventually.TrueAsync(() => host.InDatabaseAsync(async db => !await db.Dues.AnyAsync(due => due.CallId == id)), "nothing is planned any more");
    }

    private async Task EverythingIsRecordedAsync(Guid id, int version)
    {
        var records = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == id).OrderBy(record => record.Id).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            ["started", "updated", "submitted", "changes requested", "submitted", "published", "extended", "cancelled", "reopened", "completed", "completed"],
            records.Select(record => record.Action));
        // Who goes on writing at fields that their record names already is recorded once for ten minutes.
        Assert.Equal(Enumerable.Range(1, version).Except([5]), records.Select(record => record.Version));
        Assert.Equal([["ask"], ["deadline"], ["deadline"], ["outcome"], ["outcome"]], records.Skip(3).Where(record => record.Fields.Length > 0).Select(record => record.Fields));
    }

    private Task<CallPublished> ToldAsync(CallSubmission call) => host.Published.OneAsync<CallPublished>(message => message.CallId == call.Id && message.Version == call.Version);

    private async Task<CallResponse> PublicIsAsync(CallSubmission call, string status)
    {
        Assert.Equal(status, (await Listed(call)).Status);
        var shown = await host.GetAsync<CallResponse>($"/{call.Slug}");
        Assert.Equal((status, call.Version, call.Deadline, ReplyMethods.Email), (shown.Summary.Status, shown.Summary.Version, shown.Summary.Deadline, shown.ReplyMethod));
        return shown;
    }

    // Of a country that no other test calls for.
    private async Task<CallSummary> Listed(CallSubmission call) => (await host.GetAsync<Page<CallSummary>>("?country=NU")).Items.Single(listed => listed.Id == call.Id);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
