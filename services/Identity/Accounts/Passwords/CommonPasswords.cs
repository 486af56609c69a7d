using System.Collections.Frozen;

namespace PfP.Identity.Accounts.Passwords;

/// <summary>The passwords most often found in leaks: the list that comes with zxcvbn, so that nothing is asked of anybody on the network.</summary>
internal static class CommonPasswords
{
    private const string Resource = "zxcvbn-core.Dictionaries.passwords.lst";

    // "dragon" is too short to be chosen, "dragon2026" is not.
    private const int ShortestWord = 5;

    private static readonly Lazy<FrozenSet<string>> List = new(Read);

    /// <summary>How many of them are long enough to be chosen here at all.</summary>
    public static int Count => List.Value.Count(password => password.Length >= PasswordRules.Shortest);

    /// <summary>Whether it is such a password, in any case, or one that was lengthened with digits and signs.</summary>
    public static bool Contains(string password)
    {
        var lower = password.ToLowerInvariant();
        return List.Value.Contains(lower) || List.Value.Contains(Bare(lower)) || IsRepetition(lower);
    }

    // "football2026!" is "football".
    private static string Bare(string password) => password[..(password.AsSpan().LastIndexOfAnyInRange('a', 'z') + 1)];

    // One or two characters over and over, or a run along the alphabet, the digits or back.
    private static bool IsRepetition(string password)
    {
        var steps = password.Zip(password.Skip(1), (left, right) => right - left).Distinct().Take(2).ToArray();
        return password.Distinct().Take(3).Count() < 3 || steps is [>= -1 and <= 1];
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(Zxcvbn.Zxcvbn).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not where this version of zxcvbn-core keeps it.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries)
            .Where(password => password.Length >= ShortestWord).ToFrozenSet(StringComparer.Ordinal);
    }
}
