using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PfP.Gateway.Sessions;

/// <summary>One way to the provider and back.</summary>
internal sealed record SignInAttempt(string State, string Nonce, string Verifier, string ReturnUrl, DateTimeOffset Until)
{
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static SignInAttempt Begin(string returnUrl, DateTimeOffset until) => new(Secret(), Secret(), Secret(), returnUrl, until);

    private static string Secret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
