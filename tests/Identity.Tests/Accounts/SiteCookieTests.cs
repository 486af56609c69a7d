using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using PfP.Identity.Accounts.Sessions;

namespace PfP.Identity.Tests.Accounts;

public sealed class SiteCookieTests
{
    [Fact]
    public void Cookie_UnderHttps_IsThisHostsAloneAndNeverInTheClear()
    {
        var cookie = Apply("https://pfp.example.org");

        Assert.Equal(("__Host-pfp-account", "/", null, CookieSecurePolicy.Always), (cookie.Name, cookie.Path, cookie.Domain, cookie.SecurePolicy));
        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteMode.Lax, cookie.SameSite);
    }

    [Fact]
    public void Cookie_OfACopyOnAnotherPort_HasAnotherName() => Assert.NotEqual(Apply("http://localhost:8080").Name, Apply("http://localhost:8090").Name);

    private static CookieBuilder Apply(string issuer)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Issuer", issuer)]).Build();
        var cookie = new CookieBuilder();
        new SiteCookie(configuration).Apply(cookie, "pfp-account");
        return cookie;
    }
}
