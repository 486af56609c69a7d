using System.Net;

namespace PfP.Portal.Tests.Contribute;

/// <summary>What may be there already, beside a submission that waits to be decided about. Each test breaks search in its own way.</summary>
public sealed class PossibleDuplicatesTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private static readonly string Page = $"/desk/submissions/{FakeSubmissions.Submitted}";

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    public void Dispose() => (portal.Behind.SearchFails, portal.Behind.SearchIsEmpty) = (false, false);

    [Fact]
    public async Task Review_ShowsWhatSearchFindsForTheTitle_WithCountryAndYear()
    {
        var visit = await portal.VisitAsync($"/fr{Page}", Moderator);

        var items = visit.Page.QuerySelectorAll("#duplicates li");
        Assert.Equal(5, items.Length);
        Assert.Equal("/fr/practices/sending-money-home", items[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("Kenya, Île Maurice · 2013", items[0].QuerySelector(".muted")!.TextContent);
        var asked = Uri.UnescapeDataString(portal.Behind.Asked.Last(path => path.StartsWith("/api/search?", StringComparison.Ordinal)));
        Assert.StartsWith("/api/search?q=<script>alert('x')</script>  quoted  <img", asked, StringComparison.Ordinal);
        Assert.EndsWith("&kind=practice&pageSize=6&lang=fr", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_OfACorrection_DoesNotShowTheEntryItCorrects()
    {
        var visit = await portal.VisitAsync($"/desk/submissions/{FakeSubmissions.SubmittedCorrection}", Moderator);

        Assert.NotEmpty(visit.Links("#duplicates"));
        Assert.DoesNotContain("/practices/sending-money-home", visit.Links("#duplicates"));
    }

    [Fact]
    public async Task Review_WhereNothingIsFound_SaysSo()
    {
        portal.Behind.SearchIsEmpty = true;

        Assert.Contains("finds no practice", (await portal.VisitAsync(Page, Moderator)).Text("#duplicates .muted"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_WhileSearchIsAway_SaysSo_AndCanBeDecided()
    {
        portal.Behind.SearchFails = true;

        var shown = await portal.VisitAsync(Page, Moderator);
        var published = await portal.SubmitAsync(Page, "publish", Moderator);

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("Search does not answer", shown.Text("#duplicates .notice-strong"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, published.Status);
    }

    [Fact]
    public async Task Review_OfWhatIsDecided_LooksForNone()
    {
        var visit = await portal.VisitAsync($"/desk/submissions/{FakeSubmissions.Published}", Moderator);

        Assert.Null(visit.Page.QuerySelector("#duplicates"));
    }
}
