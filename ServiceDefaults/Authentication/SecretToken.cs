using System.Buffers.Text;
using System.Security.Cryptography;

namespace PfP.ServiceDefaults.Authentication;

/// <summary>The secret of a link: whoever has it may. A service keeps its hash (SHA-256) only, and the secret stands in no row.</summary>
public static class SecretToken
{
    private const int Size = 32;
    private static readonly int Length = Base64Url.GetEncodedLength(Size);

    /// <returns>As it stands in the link (base64url), and what to keep.</returns>
    public static (string Token, byte[] Hash) Create()
    {
        var secret = RandomNumberGenerator.GetBytes(Size);
        return (Base64Url.EncodeToString(secret), SHA256.HashData(secret));
    }

    /// <returns>What was kept of it; null for what cannot be a secret of ours.</returns>
    public static byte[]? HashOf(string? token) => token?.Length == Length && Base64Url.IsValid(token) ? SHA256.HashData(Base64Url.DecodeFromChars(token)) : null;
}
