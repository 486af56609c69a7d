using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using PfP.Testing.Identity;

namespace PfP.ServiceDefaults.Tests.Authentication;

/// <summary>Which tokens a service believes.</summary>
public sealed class AccessTokenTests(GuardedService service) : IClassFixture<GuardedService>
{
    private static readonly Dictionary<string, Action<TokenDraft, TestIssuer>> Refused = new()
    {
        ["another issuer"] = (token, _) => token.Payload["iss"] = "http://127.0.0.1:1",
        ["another audience"] = (token, _) => token.Payload["aud"] = "pfp-gateway",
        ["an ID token"] = (token, _) => (token.Header["typ"], token.Payload["aud"]) = ("JWT", "pfp-gateway"),
        ["an ID token for this audience"] = (token, _) => token.Header["typ"] = "JWT",
        ["a logout token"] = (token, _) => token.Header["typ"] = "logout+jwt",
        ["no type"] = (token, _) => token.Header.Remove("typ"),
        ["expired"] = (token, _) => token.Payload["exp"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 60,
        ["not yet valid"] = (token, _) => token.Payload["nbf"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 60,
        ["without an end"] = (token, _) => token.Payload.Remove("exp"),
        ["unsigned"] = (token, _) => (token.Header["alg"], token.Sign) = ("none", _ => []),
        ["HS256 with the public key"] = (token, issuer) => (token.Header["alg"], token.Sign) = ("HS256", data => HMACSHA256.HashData(PublicKey(issuer), data)),
        ["RS512"] = (token, issuer) => (token.Header["alg"], token.Sign) = ("RS512", data => issuer.Keys[^1].Rsa.SignData(data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
        ["another key under this one's name"] = (token, _) => token.Sign = data => TestKey.Create().Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        ["an unknown key"] = (token, _) => token.Header["kid"] = "../../dev/null",
        ["another key in jwk"] = (token, _) => BringKey(token, "jwk", parameters => new { kty = "RSA", kid = "own", n = Base64Url.EncodeToString(parameters.Modulus), e = Base64Url.EncodeToString(parameters.Exponent) }),
        ["another key at jku"] = (token, _) => BringKey(token, "jku", _ => "http://127.0.0.1:1/keys"),
        ["another key at x5u"] = (token, _) => BringKey(token, "x5u", _ => "http://127.0.0.1:1/key"),
        ["crit"] = (token, _) => (token.Header["crit"], token.Header["b64"]) = (new[] { "b64" }, true),
    };

    public static TheoryData<string> Names => [.. Refused.Keys];

    [Fact]
    public async Task Token_OfAMember_SaysWhoTheyAre()
    {
        var id = Guid.CreateVersion7();

        var (status, said) = await AskAsync("/who", service.Issuer.AccessToken(id, ["focal_point"], "country:MD"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal($"{id} Test Member country:MD en Europe/Chisinau", said);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Token_ThatBreaksARule_IsNobodys(string name)
    {
        var (status, _) = await AskAsync("/member", service.Issuer.AccessToken(spoil: token => Refused[name](token, service.Issuer)));

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Theory]
    [InlineData("/who", "anonymous")]
    [InlineData("/member", null)]
    public async Task Visitor_WithoutAToken_GetsWhatIsPublic(string path, string? said)
    {
        var answer = await AskAsync(path, null);

        Assert.Equal(said is null ? HttpStatusCode.Unauthorized : HttpStatusCode.OK, answer.Status);
        Assert.Equal(said ?? answer.Said, answer.Said);
    }

    // What a gateway says of who asks counts for nothing: a service that is reached past it believes tokens alone.
    [Theory]
    [InlineData("X-User-Id", "0190b6f0-0000-7000-8000-0000000000aa")]
    [InlineData("X-User-Roles", "administrator")]
    [InlineData("X-Forwarded-User", "administrator")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Cookie", "pfp-8080-session=0123456789012345678901234567890123456789012")]
    [InlineData("Authorization", "Basic YWRtaW5pc3RyYXRvcjphZG1pbmlzdHJhdG9y")]
    public async Task Request_PastTheGateway_IsNobodysWithoutAToken(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/member");
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("member", "/member")]
    [InlineData("focal_point", "/member /focal-point")]
    [InlineData("moderator", "/member /focal-point /moderator")]
    [InlineData("administrator", "/member /focal-point /moderator /administrator")]
    [InlineData("Administrator", "")]
    public async Task Role_InTheToken_OpensWhatItShould(string role, string expected)
    {
        var token = service.Issuer.AccessToken(roles: role.Length == 0 ? [] : [role]);
        var opened = new List<string>();

        foreach (var path in new[] { "/member", "/focal-point", "/moderator", "/administrator" })
        {
            var (status, _) = await AskAsync(path, token);
            Assert.Contains(status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Forbidden]);
            if (status == HttpStatusCode.OK)
            {
                opened.Add(path);
            }
        }

        Assert.Equal(expected, string.Join(' ', opened));
    }

    [Fact]
    public async Task Token_OfAValidMember_IsForwardedAndAForgedOneIsNot()
    {
        var token = service.Issuer.AccessToken();
        var forged = service.Issuer.AccessToken(spoil: draft => draft.Payload["aud"] = "another");

        Assert.Equal($"Bearer {token}", (await AskAsync("/forward", token)).Said);
        Assert.Equal("", (await AskAsync("/forward", forged)).Said);
        Assert.Equal("", (await AskAsync("/forward", null)).Said);
    }

    private async Task<(HttpStatusCode Status, string Said)> AskAsync(string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static void BringKey(TokenDraft token, string header, Func<RSAParameters, object> said)
    {
        var own = TestKey.Create().Rsa;
        token.Header["kid"] = "own";
        token.Header[header] = said(own.ExportParameters(includePrivateParameters: false));
        token.Sign = data => own.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static byte[] PublicKey(TestIssuer issuer) => Encoding.ASCII.GetBytes(issuer.Keys[^1].Rsa.ExportSubjectPublicKeyInfoPem());
}
