using System.Net;

namespace PfP.Portal.Tests.Languages;

public sealed class CultureTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("/practices", "en", "Practices")]
    [InlineData("/fr/practices", "fr", "Pratiques")]
    [InlineData("/es/practices", "es", "Prácticas")]
    public async Task Page_WhenPathNamesCulture_SpeaksIt(string path, string language, string heading)
    {
        var visit = await portal.VisitAsync(path);

        Assert.Equal(language, visit.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(heading, visit.Text("h1"));
    }

    [Fact]
    public async Task Page_Always_NamesItsOtherLanguages()
    {
        var visit = await portal.VisitAsync("/fr/practices/sending-money-home?x=1");
        var alternates = visit.Page.QuerySelectorAll("link[rel=alternate][hreflang]").ToDictionary(link => link.GetAttribute("hreflang")!, link => link.GetAttribute("href"));

        Assert.Equal("http://localhost/fr/practices/sending-money-home", visit.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("http://localhost/practices/sending-money-home", alternates["en"]);
        Assert.Equal("http://localhost/es/practices/sending-money-home", alternates["es"]);
        Assert.Equal(alternates["en"], alternates["x-default"]);
    }

    [Fact]
    public async Task LanguageSwitcher_OnAFilteredPage_KeepsTheQuery()
    {
        var visit = await portal.VisitAsync("/es/search?q=Money&theme=remittances");

        Assert.Equal(["/search?q=Money&theme=remittances", "/fr/search?q=Money&theme=remittances", "/es/search?q=Money&theme=remittances"], visit.Links(".languages"));
    }

    [Theory]
    [InlineData("/fr/practices/sending-money-home")]
    [InlineData("/fr/search")]
    [InlineData("/fr/map")]
    public async Task Links_OnAFrenchPage_StayFrench(string path)
    {
        var visit = await portal.VisitAsync(path);

        Assert.All(
            visit.Links("body").Where(link => link.StartsWith('/') && !visit.Links(".languages").Contains(link)),
            link => Assert.StartsWith("/fr", Uri.UnescapeDataString(link.Replace("/bff/login?returnUrl=", "", StringComparison.Ordinal)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Entry_WithoutTranslation_IsShownInItsLanguageWithANote()
    {
        var visit = await portal.VisitAsync("/practices/pratique-francaise");

        Assert.Equal("fr", visit.Page.QuerySelector("article")!.GetAttribute("lang"));
        Assert.Contains("French", visit.Text("article .notice"), StringComparison.Ordinal);
        Assert.Equal("en", visit.Page.QuerySelector("article .notice p")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task Entry_InTheReadersLanguage_NeedsNoNote()
    {
        var visit = await portal.VisitAsync("/fr/practices/pratique-francaise");

        Assert.Null(visit.Page.QuerySelector("article")!.GetAttribute("lang"));
        Assert.Null(visit.Page.QuerySelector("article .notice"));
    }

    [Fact]
    public async Task Services_AreAsked_InTheLanguageOfThePage()
    {
        await portal.VisitAsync("/es/practices/sending-money-home");

        Assert.Contains("/api/catalogue/practices/sending-money-home?lang=es", portal.Behind.Asked);
    }

    [Theory]
    [InlineData("/de/practices")]
    [InlineData("/FR/practices")]
    [InlineData("/frpractices")]
    public async Task Page_WithAnotherPrefix_DoesNotExist(string path) => Assert.Equal(HttpStatusCode.NotFound, (await portal.VisitAsync(path)).Status);
}
