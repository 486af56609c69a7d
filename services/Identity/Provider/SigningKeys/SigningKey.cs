using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace PfP.Identity.Provider.SigningKeys;

/// <summary>An RSA key, and when it begins to sign.</summary>
internal sealed record SigningKey(RsaSecurityKey Key, DateTimeOffset SignsFrom)
{
    private const int Bits = 2048;

    public string Id => Key.KeyId;

    public SigningCredentials Credentials { get; } = new(Key, SecurityAlgorithms.RsaSha256);

    /// <summary>What everybody may know of it.</summary>
    public JsonWebKey ToPublic()
    {
        var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(new RSAParameters { Modulus = Key.Parameters.Modulus, Exponent = Key.Parameters.Exponent }));
        (jwk.Kid, jwk.Use, jwk.Alg) = (Id, "sig", SecurityAlgorithms.RsaSha256);
        return jwk;
    }

    public static SigningKey Create(DateTimeOffset signsFrom)
    {
        using var rsa = RSA.Create(Bits);
        return Of(rsa, signsFrom);
    }

    public static SigningKey Read(byte[] key, DateTimeOffset signsFrom)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(key, out _);
        return Of(rsa, signsFrom);
    }

    public byte[] Write()
    {
        using var rsa = RSA.Create(Key.Parameters);
        return rsa.ExportPkcs8PrivateKey();
    }

    // Parameters, not the RSA object: every signature provider then has one of its own, and threads share none.
    private static SigningKey Of(RSA rsa, DateTimeOffset signsFrom)
    {
        var key = new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: true));
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return new(key, signsFrom);
    }
}
