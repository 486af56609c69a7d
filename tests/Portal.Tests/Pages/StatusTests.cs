using System.Net;

namespace PfP.Portal.Tests.Pages;

public sealed class StatusTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [MemberData(nameof(PageTypes.InEveryLanguage), MemberType = typeof(PageTypes))]
    public async Task Page_WhenEverythingAnswers_IsCompleteAndMayBeKept(string path)
    {
        var visit = await portal.VisitAsync(path);

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Equal("public, max-age=30", visit.Headers.CacheControl!.ToString());
        Assert.Single(visit.Page.QuerySelectorAll("h1"));
        Assert.Equal(path.Contains("/v/", StringComparison.Ordinal), visit.Page.QuerySelector(".notice-strong") is not null);
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/fr/nothing")]
    [InlineData("/practices/nothing")]
    [InlineData("/practices/sending-money-home/v/x")]
    [InlineData("/tools/sending-money-home")]
    [InlineData("/themes/nothing")]
    [InlineData("/countries/zz")]
    [InlineData("/countries/moldova")]
    [InlineData("/regions/999")]
    [InlineData("/organisations/nothing")]
    [InlineData("/summits/99")]
    [InlineData("/calls/nothing")]
    [InlineData("/error/500")]
    public async Task Page_ThatDoesNotExist_SaysSoWithWaysOn(string path)
    {
        var visit = await portal.VisitAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, visit.Status);
        Assert.Equal("no-store", visit.Headers.CacheControl!.ToString());
        Assert.NotNull(visit.Page.QuerySelector("main form[role=search]"));
        Assert.NotNull(visit.Page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task Entry_WhenWithdrawn_SaysWhenAndWhy()
    {
        var visit = await portal.VisitAsync("/practices/withdrawn");

        Assert.Equal(HttpStatusCode.Gone, visit.Status);
        Assert.Contains("3 March 2026", visit.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Merged into <another> entry.", visit.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_OfAWithdrawnEntry_IsGoneToo() => Assert.Equal(HttpStatusCode.Gone, (await portal.VisitAsync("/practices/withdrawn/v/1")).Status);

    [Theory]
    [InlineData("/practices/merged", "/practices/sending-money-home")]
    [InlineData("/fr/practices/merged", "/fr/practices/sending-money-home")]
    public async Task Entry_WhenMerged_LeadsToTheOther(string path, string target)
    {
        var visit = await portal.VisitAsync(path);

        Assert.Equal(HttpStatusCode.MovedPermanently, visit.Status);
        Assert.Equal(target, visit.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/practices/broken", "Something went wrong")]
    [InlineData("/es/practices/broken", "Algo ha fallado")]
    public async Task Page_ThatFails_SaysSoInItsLanguageWithAReference(string path, string heading)
    {
        var visit = await portal.VisitAsync(path);

        Assert.Equal(HttpStatusCode.InternalServerError, visit.Status);
        Assert.Equal(heading, visit.Text("h1"));
        Assert.Equal("no-store", visit.Headers.CacheControl!.ToString());
        Assert.Matches("[0-9a-f]{32}", visit.Text("main"));
        Assert.DoesNotContain("Exception", visit.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/practices", HttpStatusCode.OK)]
    [InlineData("/fr/nothing", HttpStatusCode.NotFound)]
    [InlineData("/robots.txt", HttpStatusCode.OK)]
    public async Task Head_Always_AnswersLikeGet(string path, HttpStatusCode status)
    {
        using var client = portal.CreateReader();
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Country_InLowerAndUpperCase_HasOneCanonicalAddress()
    {
        var visit = await portal.VisitAsync("/countries/KE");

        Assert.Equal("http://localhost/countries/ke", visit.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }
}
