using System.Text.RegularExpressions;
using PfP.Catalogue.Entries;

namespace PfP.Catalogue.Submissions;

/// <summary>The address of an entry as it is copied from a browser: with or without the site, a language, a version and what follows.</summary>
internal static partial class TypedAddress
{
    /// <summary>The key of what is there; null where the text is no address of one of these kinds.</summary>
    public static string? KeyOf(string? text, params string[] kinds) =>
        Shape().Match(text?.Trim() ?? "") is { Success: true } match && Array.Find(kinds, kind => EntryAddress.Collection(kind) == match.Groups["list"].Value) is { } kind
            ? EntryKey.OfAddress(kind, match.Groups["slug"].Value)
            : null;

    /// <summary>Imported records may name an entry by the key of its row, which then stands as it is.</summary>
    public static string Of(string key, params string[] kinds) =>
        Key().Match(key) is { Success: true } own && kinds.Contains(own.Groups["kind"].Value) ? EntryAddress.Of(own.Groups["kind"].Value, own.Groups["slug"].Value) : key;

    [GeneratedRegex("^(https?://[^/]+)?/?((en|fr|es)/)?(?<list>practices|tools|sessions|recommendations|calls)/(?<slug>[a-z0-9-]{1,200})([/?#]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();

    [GeneratedRegex("^(?<kind>[a-z]+)/(?<slug>[a-z0-9-]+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Key();
}
