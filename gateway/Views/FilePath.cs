using System.Text.RegularExpressions;

namespace PfP.Gateway.Views;

/// <summary>Recognises the public address of a file that belongs to an entry.</summary>
internal static partial class FilePath
{
    public static bool TryParse(string? path, out Guid file)
    {
        file = Pattern().Match(path ?? "") is { Success: true } match ? Guid.Parse(match.Groups["id"].Value) : Guid.Empty;
        return file != Guid.Empty;
    }

    [GeneratedRegex("^/api/catalogue/files/(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})/[^/]+$")]
    private static partial Regex Pattern();
}
