using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PfP.Identity.Provider.Authorization;

/// <summary>PKCE (RFC 7636), S256 only: whoever redeems the code is whoever asked for it.</summary>
internal static class CodeChallenge
{
    public const string Method = "S256";

    private const int ChallengeLength = 43;

    public static bool IsValid(string? challenge) => challenge is { Length: ChallengeLength } && challenge.All(IsLetter);

    public static bool IsMetBy(string challenge, string verifier) =>
        verifier is { Length: >= 43 and <= 128 }
        && verifier.All(letter => IsLetter(letter) || letter is '.' or '~')
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))), Encoding.ASCII.GetBytes(challenge));

    private static bool IsLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
