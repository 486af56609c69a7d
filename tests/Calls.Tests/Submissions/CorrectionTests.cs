using Microsoft.EntityFrameworkCore;
using PfP.Calls.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;

namespace PfP.Calls.Tests.Submissions;

/// <summary>The words of a public call are mended, and nothing else of it: on record, at once, and without a mail.</summary>
public sealed class CorrectionTests(CallsHost host)
{
    private static readonly CallWords Words = new("Partners for a survey", "A survey of **nothing**.", "Join a survey.", "Ministries.", null);

    [Theory]
    [InlineData("member")]
    [InlineData("moderator")]
    public async Task Words_AreMended_AndNothingElse(string role)
    {
        var owner = Calling.NewOwner();
        var call = await Calling.InStateAsync(host, "published", owner, Calling.Complete with { Countries = ["CK"] });
        using var person = new Calling(host, role, role == "member" ? owner : null);
        var before = await host.GetAsync<CallResponse>($"/{call.Slug}");

        var corrected = await person.DoAsync(call, "correct", Words);
        var again = await person.DoAsync(corrected, "correct", Words);

        var after = await host.GetAsync<CallResponse>($"/{call.Slug}");
        Assert.Equal((Words.Title, Words.Summary, Words.Ask, Words.ForWhom, null), (after.Summary.Title, after.Summary.Summary, after.Ask, after.ForWhom, after.Background));
        Assert.Equal((call.Version + 1, corrected.Version, role == "moderator"), (corrected.Version, again.Version, corrected.Steps[^1].BySecretariat));
        Assert.Equal(
            (before.Summary.Deadline, before.Summary.Status, before.Summary.ChangedAt, before.ReplyMethod, call.Form.Contact),
            (after.Summary.Deadline, after.Summary.Status, after.Summary.ChangedAt, after.ReplyMethod, corrected.Form.Contact));
        Assert.Equal(before.Summary.Themes.Select(theme => theme.Value), after.Summary.Themes.Select(theme => theme.Value));
        Assert.Equal([(CallChanges.Corrected, null)], after.Notices.Select(notice => (notice.Change, notice.Reason)));
        var listed = (await host.GetAsync<Page<CallSummary>>("?country=CK&sort=changed&pageSize=100")).Items.Single(summary => summary.Id == call.Id);
        Assert.Equal((Words.Title, null), (listed.Title, listed.LastNotice));
        await OnlySearchAndPagesHearOfItAsync(corrected);
    }

    [Fact]
    public async Task Words_ThatAreMissingOrTooMany_AreRefusedAtTheirField()
    {
        var owner = Calling.NewOwner();
        var call = await Calling.InStateAsync(host, "published", owner);
        using var member = new Calling(host, "member", owner);

        var fields = await Refused.FieldsAsync(member.SendAsync(
            HttpMethod.Post, $"/{call.Id}/correct", new CallWords("", new string('x', 801), " ", null, new string('x', 20_001)), call.Version));

        Assert.Equal(["ask", "background", "forWhom", "summary", "title"], fields);
        Assert.Equal((call.Version, Calling.Complete.Title), ((await member.GetAsync(call.Id)).Version, (await host.GetAsync<CallResponse>($"/{call.Slug}")).Summary.Title));
    }

    private async Task OnlySearchAndPagesHearOfItAsync(CallSubmission corrected)
    {
        var told = await host.Published.OneAsync<CallPublished>(message => message.CallId == corrected.Id && message.Version == corrected.Version);
        Assert.Equal(Words.Title, told.Texts["en"].Title);
        Assert.Equal([CallChanges.Published], (await host.Published.OfAsync<CallChanged>(message => message.CallId == corrected.Id, 1)).Select(message => message.Change));
        var record = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == corrected.Id).OrderBy(record => record.Id).LastAsync(TestContext.Current.CancellationToken));
        Assert.Equal((CallChanges.Corrected, corrected.Version), (record.Action, record.Version));
        Assert.Equal(["ask", "background", "forWhom", "summary", "title"], record.Fields);
    }
}
