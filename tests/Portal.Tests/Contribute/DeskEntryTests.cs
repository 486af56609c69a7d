using System.Net;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Tests.Contribute;

/// <summary>The secretariat archives, withdraws and merges entries, and knows before what that means.</summary>
public sealed class DeskEntryTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private static readonly string Page = $"/desk/entries/{FakeDeskEntries.Published}";

    private static readonly EntryResponse Target = Samples.Entries.First(entry => entry.Slug == "sending-money-home");

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    private FakeDeskEntries Desk => portal.Behind.DeskEntries;

    public void Dispose() => (Desk.Wrong, Desk.WithdrawnAfter) = (null, null);

    public static TheoryData<string, (string, string)[], string> Decisions => new()
    {
        { "archive", [("reason", "")], """{"reason":""}""" },
        { "withdraw", [("reason", " Its authors asked for it. ")], """{"reason":"Its authors asked for it."}""" },
        { "merge", [("reason", ""), ("into", "https://pfp.example/fr/practices/sending-money-home/v/1?x#y")], $$"""{"into":"{{Target.Id}}","reason":""}""" },
    };

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task Decision_IsMade_OnceItIsConfirmed(string step, (string, string)[] typed, string body)
    {
        var path = $"{Page}?step={step}";
        var before = Desk.Told.Count;

        var asked = await portal.SubmitAsync(path, step, Moderator, typed);
        var (status, toldBefore) = (asked.Status, Desk.Told.Count);
        var confirmed = await portal.SubmitAsync(path, step, Moderator, Hidden(asked));

        Assert.Equal((HttpStatusCode.OK, before), (status, toldBefore));
        Assert.Equal((HttpStatusCode.Redirect, $"{Page}?saved"), (confirmed.Status, confirmed.Headers.Location!.OriginalString.Replace("http://localhost", "", StringComparison.Ordinal)));
        Assert.Equal($"{FakeDeskEntries.Published}/{step} \"{FakeDeskEntries.Version}\" {body}", Desk.Told.Last());
    }

    [Fact]
    public async Task Merge_ShowsIntoWhat_BeforeItIsConfirmed()
    {
        var asked = await portal.SubmitAsync($"{Page}?step=merge", "merge", Moderator, ("into", "practices/merged"), ("reason", ""));

        Assert.Contains("/practices/sending-money-home", asked.Links("main form"));
        Assert.Contains("Kenya", asked.Text("main form dl"), StringComparison.Ordinal);
        Assert.Contains($"{Page}?step=merge", asked.Links("main form"));
    }

    [Theory]
    [InlineData("withdraw", "reason", "reason", " ")]
    [InlineData("archive", "reason", "reason", "two\nlines")]
    [InlineData("merge", "into", "into", "")]
    [InlineData("merge", "into", "into", "/practices/nothing-there")]
    [InlineData("merge", "into", "into", "/practices/withdrawn")]
    [InlineData("merge", "into", "into", "https://example.org/elsewhere")]
    [InlineData("merge", "into", "into", "/tools/guide")]
    public async Task WhatIsWrong_IsSaidAtItsField_AndNothingIsDone(string step, string wrong, string field, string value)
    {
        var before = Desk.Told.Count;

        var visit = await portal.SubmitAsync($"{Page}?step={step}", step, Moderator, (field, value), ("confirmed", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Equal([$"#{wrong}"], visit.Links(".error-summary"));
        Assert.Equal(value, visit.Page.QuerySelector($"input[name={field}]")!.GetAttribute("value"));
        Assert.Equal(before, Desk.Told.Count);
    }

    [Fact]
    public async Task Merge_IntoTheEntryItself_IsSaidAtItsField()
    {
        var visit = await portal.SubmitAsync($"/desk/entries/{Target.Id}?step=merge", "merge", Moderator, ("into", "/practices/sending-money-home"), ("confirmed", "true"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "That is this entry itself."), (visit.Status, visit.Text(".error-summary a[href='#into']")));
    }

    [Fact]
    public async Task Merge_WhileTheCatalogueIsAway_IsNoWrongAddress()
    {
        var visit = await portal.SubmitAsync($"{Page}?step=merge", "merge", Moderator, ("into", "/practices/away"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Empty(visit.Links(".error-summary"));
    }

    [Fact]
    public async Task Refusal_OfTheCatalogue_StandsAtItsField()
    {
        Desk.Wrong = new Dictionary<string, string[]> { ["into"] = ["It is withdrawn."] };

        var visit = await portal.SubmitAsync($"{Page}?step=merge", "merge", Moderator, ("into", "/practices/sending-money-home"), ("confirmed", "true"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "It is withdrawn."), (visit.Status, visit.Text(".error-summary a[href='#into']")));
    }

    [Fact]
    public async Task Decision_AboutWhatWasChangedMeanwhile_IsNotMade_AndKeepsWhatWasTyped()
    {
        Desk.WithdrawnAfter = 1;

        var visit = await portal.SubmitAsync($"{Page}?step=withdraw", "withdraw", Moderator, ("reason", "Its authors asked for it."), ("confirmed", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Contains("Somebody else has changed this meanwhile", visit.Text(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("Its authors asked for it.", visit.Page.QuerySelector("input[name=reason]")!.GetAttribute("value"));
        Assert.StartsWith("Practice · Withdrawn", visit.Text(".eyebrow"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OffersWhatTheStateLeavesOpen()
    {
        foreach (var (id, steps) in new[] { (FakeDeskEntries.Published, "archive,withdraw,merge"), (FakeDeskEntries.Archived, "withdraw,merge"), (FakeDeskEntries.Withdrawn, ""), (FakeDeskEntries.Merged, "") })
        {
            var visit = await portal.VisitAsync($"/desk/entries/{id}", Moderator);

            Assert.Equal(steps, string.Join(',', visit.Links("main ul.chips").Select(link => link.Split("?step=")[1])));
            Assert.Equal(steps.Length > 0, visit.Page.QuerySelector("main form") is not null);
        }

        Assert.Contains("/practices/sending-money-home", (await portal.VisitAsync($"/desk/entries/{FakeDeskEntries.Merged}", Moderator)).Links("main dl"));
    }

    [Theory]
    [InlineData("/practices/sending-money-home", "moderator", true)]
    [InlineData("/tools/guide", "administrator", true)]
    [InlineData("/sessions/pfp-berlin", "moderator", false)]
    [InlineData("/practices/sending-money-home", "focal_point", false)]
    [InlineData("/practices/sending-money-home", "member", false)]
    [InlineData("/practices/sending-money-home", null, false)]
    public async Task EntryPage_LeadsTheSecretariatHere_AndNobodyElse(string path, string? role, bool leads)
    {
        var id = Samples.Entries.First(entry => entry.Url == path).Id;

        var visit = await portal.VisitAsync(path, role is null ? null : portal.Issuer.AccessToken(roles: [role]));

        Assert.Equal(leads, visit.Links("main").Contains($"/desk/entries/{id}"));
    }

    // What a browser sends back of the page; the form's own token comes with the page that is opened for it.
    private static (string, string)[] Hidden(Visit visit) =>
    [
        .. visit.Page.QuerySelectorAll("main form input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!))
            .Where(field => field.Item1 is not ("__RequestVerificationToken" or "_handler")),
    ];
}
