using System.Text.RegularExpressions;

namespace PfP.Portal.Text;

/// <summary>The address of an entry or a call as somebody copies it: with or without the site, a language, a version and what follows.</summary>
internal static partial class EntryAddress
{
    /// <returns>The list it is in and its slug; null where it is no such address.</returns>
    public static (string List, string Slug)? Find(string text) =>
        Shape().Match(text.Trim()) is { Success: true } match ? (match.Groups["list"].Value, match.Groups["slug"].Value) : null;

    [GeneratedRegex("^(https?://[^/]+)?/?((en|fr|es)/)?(?<list>practices|tools|sessions|recommendations|calls)/(?<slug>[a-z0-9-]+)([/?#]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
