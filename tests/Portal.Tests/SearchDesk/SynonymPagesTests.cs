using System.Net;

namespace PfP.Portal.Tests.SearchDesk;

/// <summary>The secretariat adds, changes and removes groups of synonyms without script.</summary>
public sealed class SynonymPagesTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private const string New = "/desk/search/synonyms/new";
    private const string List = "/desk/search/synonyms?saved";
    private static readonly string Group = $"/desk/search/synonyms/{FakeSearchDesk.Group}";

    private FakeSearchDesk Desk => portal.Behind.SearchDesk;

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    public void Dispose() => (Desk.Wrong, Desk.IsFull, Desk.IsEmpty) = (null, false, false);

    [Fact]
    public async Task List_SaysWhatFindsWhat_AndLeadsToEachGroup()
    {
        var visit = await portal.VisitAsync("/es/desk/search/synonyms?saved", Moderator);

        Assert.Equal(["GFMD · Global Forum", "La primera encuentra las demás"], visit.Page.QuerySelectorAll("tbody tr:first-child td").Take(2).Select(cell => cell.TextContent));
        Assert.Equal([$"/es{Group}"], visit.Links("tbody tr:first-child"));
        Assert.Contains("/es/desk/search/synonyms/new", visit.Links("main"));
        Assert.NotEmpty(visit.Text("main [role=status]"));
        Desk.IsEmpty = true;
        Assert.Equal("There is no group yet.", (await portal.VisitAsync("/desk/search/synonyms", Moderator)).Text("main p.muted"));
    }

    [Fact]
    public async Task Group_IsAdded_OnceHoweverOftenItIsSent()
    {
        var page = await portal.VisitAsync(New, Moderator);
        var attempt = page.Page.QuerySelector("input[name=attempt]")!.GetAttribute("value")!;

        var visit = await portal.SubmitAsync($"/fr{New}", "add", Moderator, ("expressions", " PfP \r\n\r\nplateforme"), ("oneWay", "true"), ("attempt", attempt));

        Assert.Equal((HttpStatusCode.Redirect, $"/fr{List}"), (visit.Status, visit.Headers.Location!.PathAndQuery));
        Assert.Equal($$"""POST / {{attempt}} {"expressions":["PfP","plateforme"],"isOneWay":true}""", Desk.Told.Last());
    }

    [Fact]
    public async Task Group_IsChanged_AsItWasSeen()
    {
        var page = await portal.VisitAsync(Group, Moderator);
        Assert.Equal(("GFMD\nGlobal Forum", true), (page.Text("textarea[name=expressions]"), page.Page.QuerySelector("input[name=oneWay]")!.HasAttribute("checked")));

        var visit = await portal.SubmitAsync(Group, "change", Moderator, ("expressions", "GFMD\nthe Forum"));

        Assert.Equal((HttpStatusCode.Redirect, List), (visit.Status, visit.Headers.Location!.PathAndQuery));
        Assert.Equal($$"""PUT /{{FakeSearchDesk.Group}} "3" {"expressions":["GFMD","the Forum"],"isOneWay":false}""", Desk.Told.Last());
    }

    [Fact]
    public async Task Group_ChangedByAnotherMeanwhile_IsShownBesideWhatWasTyped_AndSentAgainReplacesIt()
    {
        var visit = await portal.SubmitAsync(Group, "change", Moderator, ("expressions", "mine\nours"), ("version", "2"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Contains("It is now: GFMD · Global Forum.", visit.Text("#expressions-error"), StringComparison.Ordinal);
        Assert.Equal(("mine\nours", "3"), (visit.Text("textarea[name=expressions]"), visit.Page.QuerySelector("form input[name=version]")!.GetAttribute("value")));
    }

    [Fact]
    public async Task Group_IsRemoved_OnceItsEditorIsSure()
    {
        var before = Desk.Told.Count;

        var unsure = await portal.SubmitAsync(Group, "remove", Moderator);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, before), (unsure.Status, Desk.Told.Count));
        Assert.Equal(["#sure"], unsure.Links(".error-summary"));

        var sure = await portal.SubmitAsync(Group, "remove", Moderator, ("sure", "true"));
        Assert.Equal((HttpStatusCode.Redirect, List), (sure.Status, sure.Headers.Location!.PathAndQuery));
        Assert.Equal($"DELETE /{FakeSearchDesk.Group} \"3\"", Desk.Told.Last());
        Assert.Contains("Somebody else has changed this", (await portal.SubmitAsync(Group, "remove", Moderator, ("sure", "true"), ("version", "2"))).Text(".error-summary"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(New, "add", "alone\n \n")]
    [InlineData(New, "add", "")]
    [InlineData(New, "add", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n21")]
    [InlineData(New, "add", "good\n0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789")]
    [InlineData("/desk/search/synonyms/0190b6f0-0000-7000-8000-0000000000c1", "change", "alone")]
    public async Task Group_ThatCannotBeOne_IsNotSent_AndSaysSoAtTheField(string path, string form, string expressions)
    {
        var before = Desk.Told.Count;

        var visit = await portal.SubmitAsync(path, form, Moderator, ("expressions", expressions));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, before), (visit.Status, Desk.Told.Count));
        Assert.Equal(["#expressions"], visit.Links(".error-summary"));
        Assert.Equal(expressions.Trim(), visit.Text("textarea[name=expressions]"));
    }

    [Theory]
    [InlineData(New, "add")]
    [InlineData("/desk/search/synonyms/0190b6f0-0000-7000-8000-0000000000c1", "change")]
    public async Task Line_ThatSearchDoesNotTake_IsNamedInTheReadersLanguage(string path, string form)
    {
        Desk.Wrong = new Dictionary<string, string[]> { ["expressions[1]"] = ["It stands in another group."], ["expressions[0]"] = ["It has no word."] };

        var visit = await portal.SubmitAsync($"/fr{path}", form, Moderator, ("expressions", "!!\n\n<b>taken</b>"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Equal(["« <b>taken</b> »", "« !! »"], visit.Page.QuerySelectorAll(".error-summary li").Select(line => line.TextContent.Trim().Split(" ne peut")[0]));
        Assert.Equal(["#expressions", "#expressions"], visit.Links(".error-summary"));
    }

    [Fact]
    public async Task Group_BeyondTheirNumber_IsRefusedInWords()
    {
        Desk.IsFull = true;

        Assert.Contains("500", (await portal.SubmitAsync(New, "add", Moderator, ("expressions", "one more\nand another"))).Text(".error-summary"), StringComparison.Ordinal);
    }
}
