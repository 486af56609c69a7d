using System.Text.RegularExpressions;
using PfP.Contracts.Catalogue;

namespace PfP.Gateway.Views;

/// <summary>Recognises the public address of an entry, in any language.</summary>
internal static partial class EntryPath
{
    public static bool TryParse(string? path, out string kind, out string slug)
    {
        var match = Pattern().Match(path ?? "");
        slug = match.Groups["slug"].Value;
        kind = match.Groups["kind"].Value switch
        {
            "practices" => EntryKinds.Practice,
            "tools" => EntryKinds.Tool,
            "recommendations" => EntryKinds.Recommendation,
            _ => EntryKinds.Session,
        };
        return match.Success;
    }

    [GeneratedRegex("^/(?:fr/|es/)?(?<kind>practices|tools|sessions|recommendations)/(?<slug>[a-z0-9-]{1,200})$")]
    private static partial Regex Pattern();
}
