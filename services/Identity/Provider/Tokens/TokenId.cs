using System.Security.Cryptography;

namespace PfP.Identity.Provider.Tokens;

/// <summary>The <c>jti</c> of an access token: unique, and naming its grant, so that userinfo and revocation find it without keeping tokens.</summary>
internal static class TokenId
{
    public static string Of(Guid grant) => $"{grant:N}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";

    public static Guid? Grant(string id) => Guid.TryParseExact(id.Split('.')[0], "N", out var grant) ? grant : null;
}
