using System.Globalization;
using System.Net;
using PfP.Contracts.Catalogue.Api;
using PfP.Portal.Chains;

namespace PfP.Portal.Tests.Chains;

/// <summary>What came out of what, on each page of a chain, and where it is said.</summary>
public sealed class ChainPagesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Links = "/contribute/chain/practices/sending-money-home";

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    private string FocalPoint => portal.Issuer.AccessToken(roles: ["focal_point"], entity: "country:MD");

    [Theory]
    [InlineData("/recommendations/exchange-records", "What followed")]
    [InlineData("/calls/closing", "Where it comes from|What followed|Elsewhere in this chain")]
    [InlineData("/practices/pratique-francaise", "Where it comes from|What followed|Elsewhere in this chain")]
    [InlineData("/tools/guide", "Where it comes from|Elsewhere in this chain")]
    [InlineData("/sessions/pfp-berlin", "Where it comes from|Elsewhere in this chain")]
    public async Task Page_OfEachEnd_ShowsTheWholeChain_AsAListAndAsAPicture(string path, string headings)
    {
        var visit = await portal.VisitAsync(path);

        Assert.Equal(headings.Split('|'), visit.Page.QuerySelectorAll("#chain h3").Select(heading => heading.TextContent));
        Assert.Equal(4, visit.Page.QuerySelectorAll("#chain .chain > li").Length);
        var others = new[] { "/recommendations/exchange-records", "/calls/closing", "/practices/pratique-francaise", "/tools/guide", "/sessions/pfp-berlin" }.Where(other => other != path);
        Assert.Equal(others.Order(), visit.Links("#chain").Distinct().Order());
        var picture = visit.Page.QuerySelector("#chain svg[role=img]")!;
        Assert.Equal(("The chain as a picture", 5, 4), (picture.QuerySelector("title")!.TextContent, picture.QuerySelectorAll(".chain-mark").Length, picture.QuerySelectorAll(".chain-line").Length));
        Assert.StartsWith("5 entries", visit.Page.GetElementById(picture.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
        Assert.Single(picture.QuerySelectorAll(".chain-here"));
    }

    [Fact]
    public async Task Link_SaysWhoSaysSo_AndWhenItWasVerified_InTheReadersLanguage()
    {
        var visit = await portal.VisitAsync("/fr/recommendations/exchange-records");

        var items = visit.Page.QuerySelectorAll("#chain .chain > li").Select(item => item.TextContent).ToList();
        Assert.Contains(items, item => item.Contains("le secrétariat · vérifié le 3 mai 2026", StringComparison.Ordinal));
        Assert.Contains(items, item => item.Contains("Kenya · pas encore vérifié", StringComparison.Ordinal));
        Assert.Contains(items, item => item.Contains("a été adapté par", StringComparison.Ordinal));
        Assert.Contains(items, item => item.Contains("Outil A guide", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recommendation_WithoutLinks_SaysThatNothingIsRecorded_AndOtherEntriesSayNothing()
    {
        Assert.Contains("No follow-up recorded.", (await portal.VisitAsync("/recommendations/nothing-followed")).Text("#chain"), StringComparison.Ordinal);
        Assert.Null((await portal.VisitAsync("/practices/sending-money-home")).Page.QuerySelector("#chain"));
        Assert.Null((await portal.VisitAsync("/recommendations/exchange-records/v/1")).Page.QuerySelector("#chain"));
    }

    [Fact]
    public async Task CallPage_WhileTheCatalogueIsAway_IsThereWithoutItsChain()
    {
        portal.Behind.CatalogueFails = true;
        try
        {
            var visit = await portal.VisitAsync("/calls/closing");

            Assert.Equal((HttpStatusCode.OK, null), (visit.Status, visit.Page.QuerySelector("#chain")));
        }
        finally
        {
            portal.Behind.CatalogueFails = false;
        }
    }

    [Fact]
    public async Task Owner_AddsALink_AndIsToldAtTheFieldWhatIsWrong()
    {
        var added = await portal.SubmitAsync(Links, "add", FocalPoint, ("relation", "adapts"), ("other", "/practices/other"));
        Assert.Equal((HttpStatusCode.Redirect, $"{Links}?saved"), (added.Status, Path(added)));
        Assert.Equal("practices/sending-money-home/links  {\"relation\":\"adapts\",\"other\":\"/practices/other\"}", portal.Behind.Chains.Told.Last());

        portal.Behind.Chains.Wrong = new Dictionary<string, string[]> { ["other"] = ["Nothing public is at that address."], ["relation"] = ["No."] };
        try
        {
            var refused = await portal.SubmitAsync($"/es{Links}", "add", FocalPoint, ("relation", ""), ("other", "<b>nowhere</b>"));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Equal(["#other", "#relation"], refused.Links(".error-summary").Order());
            Assert.Contains("que sea pública", refused.Text("#other-error"), StringComparison.Ordinal);
            Assert.Equal("<b>nowhere</b>", refused.Page.QuerySelector("input[name=other]")!.GetAttribute("value"));
        }
        finally
        {
            portal.Behind.Chains.Wrong = null;
        }
    }

    [Fact]
    public async Task Link_IsWithdrawnWithAReason_AndWhatWasWithdrawnSaysSo()
    {
        var page = await portal.VisitAsync(Links, FocalPoint);
        var without = await portal.SubmitAsync($"{Links}?withdraw={FakeChains.Own}", "withdraw", FocalPoint, ("reason", " "));
        var withdrawn = await portal.SubmitAsync($"{Links}?withdraw={FakeChains.Own}", "withdraw", FocalPoint, ("reason", "A mistake"));

        Assert.Equal([$"{Links}?withdraw={FakeChains.Own}"], page.Links("#links").Where(link => link.Contains("withdraw", StringComparison.Ordinal)));
        Assert.Contains("link withdrawn on Sunday, 1 March 2026", page.Text("#links"), StringComparison.Ordinal);
        Assert.Contains("/practices/gone (not public", page.Text("#links"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#reason"), (without.Status, without.Links(".error-summary").Single()));
        Assert.Equal((HttpStatusCode.Redirect, $"{Links}?saved"), (withdrawn.Status, Path(withdrawn)));
        Assert.Equal($"links/{FakeChains.Own}/withdraw \"3\" {{\"reason\":\"A mistake\"}}", portal.Behind.Chains.Told.Last());
    }

    [Fact]
    public async Task Secretariat_AloneIsOfferedToVerify()
    {
        var form = $"verify-{FakeChains.Own}";
        var verified = await portal.SubmitAsync(Links, form, Moderator);

        Assert.Equal((HttpStatusCode.Redirect, $"links/{FakeChains.Own}/verify \"3\""), (verified.Status, portal.Behind.Chains.Told.Last()));
        Assert.DoesNotContain(form, (await portal.VisitAsync(Links, FocalPoint)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_OfWhatIsNotTheirs_AreNotThere() => Assert.Equal(HttpStatusCode.NotFound, (await portal.VisitAsync("/contribute/chain/tools/guide", FocalPoint)).Status);

    [Fact]
    public async Task OwnersAndSecretariat_FindTheWayThere()
    {
        Assert.Contains($"/contribute/chain/practices/{FakeOwnPractices.Own}", (await portal.VisitAsync($"/contribute/practices/{FakeOwnPractices.Own}", FocalPoint)).Links("main"));
        Assert.Contains("/contribute/chain/recommendations/exchange-records", (await portal.VisitAsync("/desk/recommendations/exchange-records", Moderator)).Links("main"));
        Assert.Contains("/contribute/chain", string.Join(' ', (await portal.VisitAsync($"/desk/entries/{FakeDeskEntries.Published}", Moderator)).Links("main")), StringComparison.Ordinal);
        Assert.Contains("/contribute/chain/calls/", string.Join(' ', (await portal.VisitAsync($"/contribute/calls/{FakeCallDrafts.Completed}", FocalPoint)).Links("main")), StringComparison.Ordinal);
    }

    [Fact]
    public void Drawing_OfACircle_HasEachEndOnce_AndOfALine_EachBelowAndRightOfTheOneBefore()
    {
        var circle = ChainDrawing.Of(Chain(3, (0, 1), (1, 2), (2, 0)));
        var line = ChainDrawing.Of(Chain(4, (3, 2), (2, 1), (1, 0)));

        Assert.Equal((3, 3), (circle.Ends.Count, circle.Lines.Count));
        Assert.Equal(["/3", "/2", "/1", "/0"], line.Ends.Select(mark => mark.End.Url));
        Assert.All(line.Ends.Zip(line.Ends.Skip(1)), pair => Assert.True(pair.Second.X > pair.First.X && pair.Second.Y > pair.First.Y));
        Assert.All(line.Ends, mark => Assert.EndsWith("…", mark.Label, StringComparison.Ordinal));
    }

    [Fact]
    public void Parts_OfACircle_HaveEachLinkOnce()
    {
        var chain = Chain(4, (0, 1), (1, 2), (2, 0), (2, 3));

        var parts = ChainParts.Of(chain);

        Assert.Equal(chain.Links.OrderBy(link => link.Id), parts.Before.Concat(parts.After).Concat(parts.Beside).OrderBy(link => link.Id));
    }

    private static ChainResponse Chain(int ends, params (int From, int To)[] links) => new(
        "/0",
        [.. Enumerable.Range(0, ends).Select(number => new EntryLink("practice", $"{number}", $"/{number}", new string('w', 100), "en"))],
        [.. links.Select(link => new ChainLinkResponse(new Guid(link.From, 0, (short)link.To, new byte[8]), $"/{link.From.ToString(CultureInfo.InvariantCulture)}", $"/{link.To}", "led-to", "secretariat", null))],
        true);

    private static string? Path(Visit visit) => visit.Headers.Location is { } location ? location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString : null;
}
