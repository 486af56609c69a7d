using System.Buffers.Text;
using System.Security.Cryptography;

namespace PfP.Testing.Identity;

/// <summary>A signing key of a provider.</summary>
public sealed record TestKey(RSA Rsa, string Id)
{
    public static TestKey Create() => new(RSA.Create(2048), Guid.NewGuid().ToString("N"));

    internal object PublicJwk
    {
        get
        {
            var key = Rsa.ExportParameters(includePrivateParameters: false);
            return new { kty = "RSA", use = "sig", alg = "RS256", kid = Id, n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) };
        }
    }
}
