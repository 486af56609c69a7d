using System.Security.Cryptography;
using System.Text;

namespace PfP.Identity.Accounts.SecondFactor;

/// <summary>Codes of 80 random bits each; only their hashes are kept.</summary>
internal static class RecoveryCodes
{
    public const int Number = 10;
    private const string Alphabet = "23456789abcdefghijkmnpqrstuvwxyz";
    private const int Length = 16;
    private const int GroupLength = 4;

    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Number).Select(_ => string.Join('-', RandomNumberGenerator.GetString(Alphabet, Length).Chunk(GroupLength).Select(group => new string(group))))];

    public static byte[] Hash(Guid accountId, string code)
    {
        var letters = string.Concat(code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{accountId:N}:{letters}"));
    }
}
