using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using PfP.Gateway.Tests.Provider;
using PfP.Testing.Identity;

namespace PfP.Gateway.Tests.Sessions;

/// <summary>The relying party tests of the OpenID conformance suite, by their names, and more of the same kind.</summary>
public sealed class IdTokenConformanceTests : IClassFixture<MisbehavingSystem>
{
    private readonly MisbehavingSystem _system;

    public IdTokenConformanceTests(MisbehavingSystem system)
    {
        _system = system;
        system.Provider.Behave();
    }

    private static readonly Dictionary<string, Action<TokenDraft, TestIssuer>> Refused = new()
    {
        ["oidcc-client-test-invalid-iss"] = (token, _) => token.Payload["iss"] = "http://127.0.0.1:1",
        ["oidcc-client-test-invalid-aud"] = (token, _) => token.Payload["aud"] = "another-client",
        ["oidcc-client-test-invalid-sig-rs256"] = (token, _) => token.Sign = data => TestKey.Create().Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        ["oidcc-client-test-idtoken-sig-none"] = (token, _) => (token.Header["alg"], token.Sign) = ("none", _ => []),
        ["oidcc-client-test-nonce-invalid"] = (token, _) => token.Payload["nonce"] = "another",
        ["oidcc-client-test-missing-iat"] = (token, _) => token.Payload.Remove("iat"),
        ["oidcc-client-test-missing-sub"] = (token, _) => token.Payload.Remove("sub"),
        ["nonce missing"] = (token, _) => token.Payload.Remove("nonce"),
        ["aud missing"] = (token, _) => token.Payload.Remove("aud"),
        ["iss missing"] = (token, _) => token.Payload.Remove("iss"),
        ["exp missing"] = (token, _) => token.Payload.Remove("exp"),
        ["expired"] = (token, _) => token.Payload["exp"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 60,
        ["nbf ahead"] = (token, _) => token.Payload["nbf"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 600,
        ["another audience besides"] = (token, _) => token.Payload["aud"] = new[] { "pfp-gateway", "another-client" },
        ["azp of another client"] = (token, _) => token.Payload["azp"] = "another-client",
        ["access token in its place"] = (token, _) => token.Header["typ"] = "at+jwt",
        ["logout token in its place"] = (token, _) => token.Header["typ"] = "logout+jwt",
        ["HS256 with the public key"] = (token, issuer) => (token.Header["alg"], token.Sign) = ("HS256", data => HMACSHA256.HashData(PublicKey(issuer), data)),
        ["unknown kid"] = (token, _) => token.Header["kid"] = "../../etc/passwd",
        ["jwk of the attacker"] = BringOwnKey,
        ["crit"] = (token, _) => (token.Header["crit"], token.Header["exp"]) = (new[] { "exp" }, 1),
    };

    public static TheoryData<string> Names => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task IdToken_ThatBreaksARule_SignsNobodyIn(string name)
    {
        _system.Provider.IdToken = token => Refused[name](token, _system.Provider.Issuer);

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task OidccClientTest_UserinfoInvalidSub_SignsNobodyIn()
    {
        _system.Provider.UserInfo = () => new { sub = Guid.NewGuid(), name = "Somebody Else" };

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task OidccClientTest_KidAbsentSingleJwks_SignsIn()
    {
        _system.Provider.IdToken = token => token.Header.Remove("kid");

        using var browser = _system.OpenBrowser();
        await browser.SignInAsync();

        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task OidccClientTest_KidAbsentMultipleJwks_SignsNobodyIn()
    {
        await using var system = new MisbehavingSystem();
        await system.InitializeAsync();
        system.Provider.Issuer.Keys.Insert(0, TestKey.Create());
        system.Provider.IdToken = token => token.Header.Remove("kid");

        await AssertRefusedAsync(system);
    }

    [Fact]
    public async Task Discovery_OfAnotherIssuer_SignsNobodyIn()
    {
        await using var system = new MisbehavingSystem();
        await system.InitializeAsync();
        system.Provider.Issuer.Metadata["issuer"] = "http://127.0.0.1:1";
        using var browser = system.OpenBrowser();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync("/bff/login")).StatusCode);
    }

    [Fact]
    public async Task Provider_ThatBehaves_SignsIn()
    {
        using var browser = _system.OpenBrowser();
        await browser.SignInAsync();

        Assert.Equal("Test Member", (await browser.UserAsync()).GetProperty("name").GetString());
        Assert.Equal("member", Assert.Single((await browser.UserAsync()).GetProperty("roles").EnumerateArray()).GetString());
    }

    private Task AssertRefusedAsync() => AssertRefusedAsync(_system);

    private static async Task AssertRefusedAsync(MisbehavingSystem system)
    {
        using var browser = system.OpenBrowser();
        var response = await browser.FollowAsync(await browser.GetAsync("/bff/login?returnUrl=/practices"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(browser.Session);
        Assert.False(await browser.IsSignedInAsync());
    }

    private static byte[] PublicKey(TestIssuer issuer) => Encoding.ASCII.GetBytes(issuer.Keys[^1].Rsa.ExportSubjectPublicKeyInfoPem());

    private static void BringOwnKey(TokenDraft token, TestIssuer _)
    {
        var key = TestKey.Create();
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        token.Header["kid"] = key.Id;
        token.Header["jwk"] = new { kty = "RSA", n = Base64Url.EncodeToString(parameters.Modulus), e = Base64Url.EncodeToString(parameters.Exponent) };
        token.Header["jku"] = "http://127.0.0.1:1/keys";
        token.Header["x5u"] = "http://127.0.0.1:1/key";
        token.Sign = data => key.Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
