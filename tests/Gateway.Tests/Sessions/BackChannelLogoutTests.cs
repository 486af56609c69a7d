using System.Net;
using System.Security.Cryptography;
using PfP.Gateway.Tests.Provider;
using PfP.Testing.Identity;

namespace PfP.Gateway.Tests.Sessions;

public sealed class BackChannelLogoutTests : IClassFixture<MisbehavingSystem>
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    private static readonly Dictionary<string, Action<TokenDraft>> Refused = new()
    {
        ["another issuer"] = token => token.Payload["iss"] = "http://127.0.0.1:1",
        ["another audience"] = token => token.Payload["aud"] = "another-client",
        ["another key"] = token => token.Sign = data => TestKey.Create().Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        ["unsigned"] = token => (token.Header["alg"], token.Sign) = ("none", _ => []),
        ["with a nonce"] = token => token.Payload["nonce"] = "nonce",
        ["without events"] = token => token.Payload.Remove("events"),
        ["with another event"] = token => token.Payload["events"] = new Dictionary<string, object> { ["urn:other"] = new { } },
        ["with an event that is no object"] = token => token.Payload["events"] = new Dictionary<string, object> { [Event] = true },
        ["without jti"] = token => token.Payload.Remove("jti"),
        ["without iat"] = token => token.Payload.Remove("iat"),
        ["without subject and session"] = token => _ = token.Payload.Remove("sub") && token.Payload.Remove("sid"),
        ["expired"] = token => token.Payload["exp"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 60,
        ["an access token"] = token => token.Header["typ"] = "at+jwt",
    };

    private readonly MisbehavingSystem _system;

    public BackChannelLogoutTests(MisbehavingSystem system)
    {
        _system = system;
        system.Provider.Behave();
    }

    public static TheoryData<string> Names => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task LogoutToken_ThatBreaksARule_SignsNobodyOut(string name)
    {
        using var browser = _system.OpenBrowser();
        await browser.SignInAsync();

        var response = await SendAsync(LogoutToken(Refused[name]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task LogoutToken_ThatIsMissing_SignsNobodyOut()
    {
        var response = await _system.Gateway.SendAsync(HttpMethod.Post, "/bff/backchannel-logout");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task LogoutToken_OfOneSession_LeavesTheOtherSignedIn()
    {
        _system.Provider.IdToken = token => token.Payload["sid"] = "session-2";
        using var other = _system.OpenBrowser();
        await other.SignInAsync();
        _system.Provider.Behave();
        using var browser = _system.OpenBrowser();
        await browser.SignInAsync();

        var response = await SendAsync(LogoutToken(token => token.Payload.Remove("sub")));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(await browser.IsSignedInAsync());
        Assert.True(await other.IsSignedInAsync());
    }

    [Fact]
    public async Task LogoutToken_OfASubject_SignsOutEveryBrowserOfTheirs()
    {
        _system.Provider.IdToken = token => token.Payload["sid"] = "session-2";
        using var one = _system.OpenBrowser();
        await one.SignInAsync();
        _system.Provider.Behave();
        using var two = _system.OpenBrowser();
        await two.SignInAsync();

        await SendAsync(LogoutToken(token => token.Payload.Remove("sid")));

        Assert.False(await one.IsSignedInAsync());
        Assert.False(await two.IsSignedInAsync());
    }

    [Fact]
    public async Task LogoutToken_SentASecondTime_SignsNobodyOut()
    {
        var token = LogoutToken(_ => { });
        await SendAsync(token);
        using var browser = _system.OpenBrowser();
        await browser.SignInAsync();

        var response = await SendAsync(token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True(await browser.IsSignedInAsync());
    }

    private string LogoutToken(Action<TokenDraft> spoil) => _system.Provider.Issuer.Token("logout+jwt", MisbehavingProvider.Member, "pfp-gateway", token =>
    {
        token.Payload["events"] = new Dictionary<string, object> { [Event] = new { } };
        spoil(token);
    });

    private async Task<HttpResponseMessage> SendAsync(string token)
    {
        using var content = new FormUrlEncodedContent([new("logout_token", token)]);
        return await _system.Gateway.Http.PostAsync(new Uri("/bff/backchannel-logout", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
