using System.Net;
using PfP.Identity.Tests.Provider.Hosting;

namespace PfP.Identity.Tests.Provider;

/// <summary>Where answers are sent: to an address that is registered, letter by letter, or nowhere.</summary>
public sealed class RedirectUriTests(IdentityHost host)
{
    [Theory]
    [InlineData("oidcc-ensure-registered-redirect-uri", "https://elsewhere.example.org/callback")]
    [InlineData("oidcc-ensure-redirect-uri-in-authorization-request", null)]
    [InlineData("oidcc-redirect-uri-query-added", "https://site.example.org/callback?extra=1")]
    [InlineData("oidcc-redirect-uri-query-mismatch", "https://site.example.org/callback?tenant=2&x=y%20z")]
    [InlineData("oidcc-redirect-uri-regfrag", "https://site.example.org/callback#part")]
    [InlineData("prefix", "https://site.example.org/callback/../evil")]
    [InlineData("longer path", "https://site.example.org/callback/more")]
    [InlineData("suffix of the host", "https://site.example.org.evil.example/callback")]
    [InlineData("prefix of the host", "https://evil-site.example.org/callback")]
    [InlineData("case of the path", "https://site.example.org/Callback")]
    [InlineData("case of the host", "https://SITE.example.org/callback")]
    [InlineData("port", "https://site.example.org:443/callback")]
    [InlineData("encoding", "https://site.example.org/call%62ack")]
    [InlineData("user name", "https://site.example.org@evil.example/callback")]
    [InlineData("backslash", "https://evil.example\\@site.example.org/callback")]
    [InlineData("scheme", "http://site.example.org/callback")]
    [InlineData("script", "javascript:alert(1)//https://site.example.org/callback")]
    [InlineData("another client's", "https://other.example.org/callback")]
    [InlineData("line break", "https://site.example.org/callback\r\nLocation: https://evil.example")]
    public async Task RedirectUri_ThatIsNotRegistered_GetsNoAnswer(string name, string? uri)
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);

        var answer = await site.AskAsync(visitor, ("redirect_uri", uri));

        Assert.True(answer.Visit.Status == HttpStatusCode.BadRequest, name);
        Assert.Null(answer.Visit.Location);
        Assert.Contains("This sign-in cannot go on", answer.Visit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", answer.Visit.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RedirectUri_ThatComesTwice_GetsNoAnswer()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);

        var answer = new Answer(await visitor.GetAsync(site.AuthorizePath() + "&redirect_uri=https%3A%2F%2Fevil.example"));

        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.Visit.Status, answer.Visit.Location));
    }

    [Theory]
    [InlineData("client_id", "nobody")]
    [InlineData("client_id", null)]
    [InlineData("client_id", "machine")]
    public async Task Client_ThatIsNotKnownOrForNoBrowser_GetsNoAnswer(string parameter, string? value)
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);

        var answer = await site.AskAsync(visitor, (parameter, value));

        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.Visit.Status, answer.Visit.Location));
    }

    [Fact]
    public async Task OidccRedirectUriQueryOk_KeepsTheQueryThatIsRegistered()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host, TestClient.WithQuery);

        var answer = await site.AskAsync(visitor);

        Assert.StartsWith("https://site.example.org/callback?tenant=1&x=y%20z&code=", answer.Visit.Location, StringComparison.Ordinal);
        Assert.True((await site.RedeemAsync(answer["code"]!)).IsGranted);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("scope")]
    [InlineData("code_challenge")]
    [InlineData("extra")]
    public async Task Parameter_ThatComesTwice_IsRefusedAtTheClient(string parameter)
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);

        var answer = new Answer(await visitor.GetAsync(site.AuthorizePath() + $"&{parameter}=a&{parameter}=b"));

        Assert.Equal((true, "invalid_request"), (answer.IsToClient, answer["error"]));
    }

    [Fact]
    public async Task Answer_ToAPost_TurnsIntoGet()
    {
        using var visitor = new Visitor(host);
        using var site = new RelyingParty(host);

        var moved = await visitor.PostAsync("/connect/authorize", [new("client_id", "site"), new("password", "typed elsewhere")]);
        var asked = await site.AskAsync(visitor);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (moved.Status, asked.Visit.Status));
    }
}
