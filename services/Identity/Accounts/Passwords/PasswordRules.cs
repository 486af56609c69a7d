using PfP.Identity.Data;

namespace PfP.Identity.Accounts.Passwords;

/// <summary>What a new password must be: long enough, and not what is tried first. No rule about kinds of characters.</summary>
internal static class PasswordRules
{
    public const int Shortest = 8;

    /// <summary>Hashing takes as long as the password is.</summary>
    public const int Longest = 256;

    private const int ShortestPart = 4;

    private static readonly string[] Ours = ["pfp", "gfmd", "platformforpartnerships", "migration"];

    /// <summary>The key of the text that says why it cannot be chosen; null when it can.</summary>
    public static string? Refuse(string password, Account account)
    {
        if (password.Length < Shortest)
        {
            return "Password.TooShort";
        }

        if (password.Length > Longest)
        {
            return "Password.TooLong";
        }

        return CommonPasswords.Contains(password) || IsAboutAccount(password, account) ? "Password.Common" : null;
    }

    // The address, its parts and the site's name are what somebody would try after the lists.
    private static bool IsAboutAccount(string password, Account account)
    {
        var parts = (account.Email ?? "").ToLowerInvariant().Split(['@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part.Length >= ShortestPart).Concat(Ours).Append((account.Email ?? "").ToLowerInvariant());
        var rest = parts.Where(part => part.Length > 0).OrderByDescending(part => part.Length)
            .Aggregate(password.ToLowerInvariant(), (text, part) => text.Replace(part, "", StringComparison.Ordinal));
        return rest.Count(char.IsLetter) < ShortestPart && rest.Length < Shortest && rest.Length < password.Length;
    }
}
