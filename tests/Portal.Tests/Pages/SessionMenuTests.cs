using System.Net;

namespace PfP.Portal.Tests.Pages;

/// <summary>The corner of every page that says who is signed in.</summary>
public sealed class SessionMenuTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("/practices", "Sign in", "/practices")]
    [InlineData("/fr/search?q=envois%20de%20fonds&page=2", "Se connecter", "/fr/search?q=envois%20de%20fonds&page=2")]
    [InlineData("/es", "Iniciar sesión", "/es")]
    [InlineData("/nothing", "Sign in", "/nothing")]
    public async Task Visitor_OnAnyPage_MaySignInAndComeBackToIt(string path, string text, string returnUrl)
    {
        var visit = await portal.VisitAsync(path);

        var link = visit.Page.QuerySelector(".site-header a.session")!;
        Assert.Equal(text, link.TextContent);
        Assert.Equal($"/bff/login?returnUrl={Uri.EscapeDataString(returnUrl)}", link.GetAttribute("href"));
        Assert.Null(visit.Page.QuerySelector("form[action='/bff/logout']"));
    }

    [Theory]
    [InlineData("/practices", "", "Members", "Sign out", "/")]
    [InlineData("/fr/practices", "/fr", "Membres", "Se déconnecter", "/fr")]
    [InlineData("/es/practices", "/es", "Miembros", "Cerrar sesión", "/es")]
    public async Task Member_OnAnyPage_SeesTheirNameAndMaySignOut(string path, string prefix, string members, string signOut, string home)
    {
        var visit = await portal.VisitAsync(path, portal.Issuer.AccessToken());

        Assert.Equal("Test Member", visit.Text(".session summary"));
        Assert.Equal(members, visit.Text(".session li a"));
        Assert.Equal([$"{prefix}/members", $"{prefix}/desk", $"{prefix}/account"], visit.Links(".session"));
        Assert.Equal("post", visit.Page.QuerySelector(".session form")!.GetAttribute("method"));
        Assert.Equal("/bff/logout", visit.Page.QuerySelector(".session form")!.GetAttribute("action"));
        Assert.Equal(home, visit.Page.QuerySelector(".session input[name=returnUrl]")!.GetAttribute("value"));
        Assert.Equal(signOut, visit.Text(".session button"));
        Assert.Null(visit.Page.QuerySelector("a[href^='/bff/login']"));
    }

    [Fact]
    public async Task Page_OfAMember_IsKeptByNobody() =>
        Assert.Equal("no-store", (await portal.VisitAsync("/practices", portal.Issuer.AccessToken())).Headers.CacheControl!.ToString());

    [Fact]
    public async Task Page_ForATokenThatDoesNotHold_IsAVisitorsAndKeptByNobody()
    {
        var visit = await portal.VisitAsync("/practices", portal.Issuer.AccessToken(spoil: token => token.Payload["aud"] = "another"));

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.NotNull(visit.Page.QuerySelector("a.session"));
        Assert.Equal("no-store", visit.Headers.CacheControl!.ToString());
        Assert.Null(portal.Behind.Token);
    }

    [Fact]
    public async Task Name_OfAMember_CannotBecomeMarkup()
    {
        var visit = await portal.VisitAsync("/practices", portal.Issuer.AccessToken(spoil: token => token.Payload["name"] = "<img src=x onerror=alert(1)>"));

        Assert.Equal("<img src=x onerror=alert(1)>", visit.Text(".session summary"));
        Assert.Null(visit.Page.QuerySelector(".session img"));
    }

    [Fact]
    public async Task Services_BehindAPageOfAMember_AreAskedAsThem()
    {
        var token = portal.Issuer.AccessToken();

        await portal.VisitAsync("/practices", token);

        Assert.Equal($"Bearer {token}", portal.Behind.Token);
    }
}
