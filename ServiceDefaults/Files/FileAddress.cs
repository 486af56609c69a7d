using System.Text.RegularExpressions;

namespace PfP.ServiceDefaults;

/// <summary>Where a file of ours is downloaded: below a root, by its id and, for whoever saves it, its name. Other files are elsewhere on the web.</summary>
public static partial class FileAddress
{
    public static string Of(string root, Guid id, string name) => $"{root}/{id}/{Uri.EscapeDataString(name)}";

    /// <returns>Null where it is not one below that root.</returns>
    public static (Guid Id, string Name)? Parse(string root, string url)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(url);
        return url.StartsWith(root, StringComparison.Ordinal) && Tail().Match(url, root.Length) is { Success: true } match
            ? (Guid.Parse(match.Groups["id"].Value), Uri.UnescapeDataString(match.Groups["name"].Value))
            : null;
    }

    [GeneratedRegex(@"\G/(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})/(?<name>[^/?#]+)$")]
    private static partial Regex Tail();
}
