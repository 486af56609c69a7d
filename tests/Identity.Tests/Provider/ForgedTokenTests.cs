using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using PfP.Identity.Provider.SigningKeys;
using PfP.Identity.Tests.Provider.Hosting;

namespace PfP.Identity.Tests.Provider;

/// <summary>Tokens that were not issued as what they are shown as. Some are signed with the provider's own key: then only the rule named is in the way.</summary>
public sealed class ForgedTokenTests(IdentityHost host)
{
    private static readonly Dictionary<string, Action<Forgery>> Forgeries = new()
    {
        ["alg none"] = forgery => (forgery.Header["alg"], forgery.Sign) = ("none", _ => []),
        ["HS256 with the public key"] = forgery => (forgery.Header["alg"], forgery.Sign) = ("HS256", data => HMACSHA256.HashData(Encoding.ASCII.GetBytes(forgery.Key.ExportSubjectPublicKeyInfoPem()), data)),
        ["RS512"] = forgery => (forgery.Header["alg"], forgery.Sign) = ("RS512", data => forgery.Key.SignData(data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
        ["PS256"] = forgery => (forgery.Header["alg"], forgery.Sign) = ("PS256", data => forgery.Key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        ["another key"] = forgery => forgery.SignWith(RSA.Create(2048)),
        ["another key in jwk"] = forgery => forgery.Bring("jwk"),
        ["another key at jku"] = forgery => forgery.Bring("jku"),
        ["another key at x5u"] = forgery => forgery.Bring("x5u"),
        ["kid of a file"] = forgery => forgery.Header["kid"] = "../../../../dev/null",
        ["kid of a query"] = forgery => forgery.Header["kid"] = "' or ''='",
        ["kid missing"] = forgery => forgery.Header.Remove("kid"),
        ["crit"] = forgery => (forgery.Header["crit"], forgery.Header["x"]) = (new JsonArray("x"), 1),
        ["typ JWT"] = forgery => forgery.Header["typ"] = "JWT",
        ["typ logout+jwt"] = forgery => forgery.Header["typ"] = "logout+jwt",
        ["typ missing"] = forgery => forgery.Header.Remove("typ"),
        ["aud of a client"] = forgery => forgery.Payload["aud"] = "site",
        ["aud missing"] = forgery => forgery.Payload.Remove("aud"),
        ["iss of another"] = forgery => forgery.Payload["iss"] = "https://evil.example",
        ["over"] = forgery => forgery.Payload["exp"] = forgery.Now - 60,
        ["exp missing"] = forgery => forgery.Payload.Remove("exp"),
        ["not yet"] = forgery => forgery.Payload["nbf"] = forgery.Now + 600,
        ["grant that does not exist"] = forgery => forgery.Payload["jti"] = $"{Guid.NewGuid():N}.1",
        ["jti of nothing"] = forgery => forgery.Payload["jti"] = "1",
        ["payload changed after signing"] = forgery => forgery.Sign = _ => forgery.Key.SignData("something else"u8, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    public static TheoryData<string> Names => [.. Forgeries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task UserInfo_ForAForgedToken_IsRefused(string name)
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var tokens = await site.SignInAsync(visitor);
        var (genuine, forged) = (await ForgeryAsync(tokens.AccessToken), await ForgeryAsync(tokens.AccessToken));
        Forgeries[name](forged);

        Assert.Equal(HttpStatusCode.OK, (await site.UserInfoAsync(genuine.Write())).Status);
        var answer = await site.UserInfoAsync(forged.Write());

        Assert.Equal((HttpStatusCode.Unauthorized, true), (answer.Status, answer.Challenge!.Contains("invalid_token", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task UserInfo_ForAnIdToken_IsRefused()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var tokens = await site.SignInAsync(visitor);

        Assert.Equal(HttpStatusCode.Unauthorized, (await site.UserInfoAsync(tokens.RawIdToken)).Status);
    }

    [Fact]
    public async Task UserInfo_ForAMachineOrNobody_IsRefused()
    {
        using var machine = new RelyingParty(host, TestClient.Machine);
        var token = await machine.TokenAsync(("grant_type", "client_credentials"));
        using var nobody = await machine.Http.GetAsync("/connect/userinfo", TestContext.Current.CancellationToken);
        using var inAddress = await machine.Http.GetAsync($"/connect/userinfo?access_token={token.AccessToken}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, (await machine.UserInfoAsync(token.AccessToken)).Status);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (nobody.StatusCode, inAddress.StatusCode));
    }

    private async Task<Forgery> ForgeryAsync(string token)
    {
        var ring = await host.Services.GetRequiredService<KeyRingReader>().ReadAsync(TestContext.Current.CancellationToken);
        return new(token, RSA.Create(ring.SignerAt(host.Clock.GetUtcNow()).Key.Parameters), host.Clock.GetUtcNow().ToUnixTimeSeconds());
    }

    private sealed class Forgery
    {
        public Forgery(string token, RSA key, long now)
        {
            var parts = token.Split('.').Take(2).Select(part => JsonNode.Parse(Base64UrlEncoder.Decode(part))!.AsObject()).ToArray();
            (Header, Payload, Key, Now) = (parts[0], parts[1], key, now);
            Sign = data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        public JsonObject Header { get; }

        public JsonObject Payload { get; }

        public RSA Key { get; }

        public long Now { get; }

        public Func<byte[], byte[]> Sign { get; set; }

        public void SignWith(RSA other) => Sign = data => other.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        public void Bring(string header)
        {
            var own = RSA.Create(2048);
            SignWith(own);
            var key = own.ExportParameters(includePrivateParameters: false);
            Header["kid"] = "own";
            Header[header] = header == "jwk"
                ? new JsonObject { ["kty"] = "RSA", ["kid"] = "own", ["n"] = Base64Url.EncodeToString(key.Modulus), ["e"] = Base64Url.EncodeToString(key.Exponent) }
                : "https://evil.example/keys";
        }

        public string Write()
        {
            var signed = $"{Base64UrlEncoder.Encode(Header.ToJsonString())}.{Base64UrlEncoder.Encode(Payload.ToJsonString())}";
            return $"{signed}.{Base64Url.EncodeToString(Sign(Encoding.ASCII.GetBytes(signed)))}";
        }
    }
}
