using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PfP.ServiceDefaults.Input;

/// <summary>The name of an organisation as it is typed, such as "United Nations Development Programme (UNDP)".</summary>
/// <param name="Name">Without the acronym.</param>
/// <param name="Full">With it.</param>
public sealed partial record TypedOrganisation(string Name, string Full, string? Acronym)
{
    private const int LongestSlug = 160;

    /// <summary>Of its page; names with the same one differ in punctuation only.</summary>
    public string Slug { get; } = ServiceDefaults.Slug.From(Name, LongestSlug) is { Length: > 0 } slug
        ? slug
        : $"organisation-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Name)))[..12]}";

    public static TypedOrganisation Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var full = text.Trim();
        var match = WithAcronym().Match(full);
        return match.Success ? new(match.Groups["name"].Value, full, match.Groups["acronym"].Value) : new(full, full, null);
    }

    // An acronym has two capitals; "(Thailand)" is part of the name.
    [GeneratedRegex(@"^(?<name>.+?)\s+\((?<acronym>(?=\w*[A-Z]\w*[A-Z])[\w &/-]{2,15})\)$")]
    private static partial Regex WithAcronym();
}
