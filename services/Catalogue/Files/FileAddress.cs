using System.Text.RegularExpressions;

namespace PfP.Catalogue.Files;

/// <summary>Where an entry's own file is downloaded; other files of entries are elsewhere on the web.</summary>
internal static partial class FileAddress
{
    public static string Of(Guid id, string name) => $"/api/catalogue/files/{id}/{Uri.EscapeDataString(name)}";

    /// <returns>Null where it is not one of ours.</returns>
    public static (Guid Id, string Name)? Parse(string url) =>
        Pattern().Match(url) is { Success: true } match ? (Guid.Parse(match.Groups["id"].Value), Uri.UnescapeDataString(match.Groups["name"].Value)) : null;

    [GeneratedRegex("^/api/catalogue/files/(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})/(?<name>[^/?#]+)$")]
    private static partial Regex Pattern();
}
