namespace PfP.Identity.Accounts.Pages;

/// <summary>Addresses that came from outside and must not lead outside.</summary>
internal static class LocalPath
{
    /// <summary>The path when it is one of this site, otherwise the other.</summary>
    public static string? Or(string? path, string? otherwise) => IsLocal(path) ? path : otherwise;

    // Browsers read "/\" as "//", which begins another host's address, and skip tabs and line breaks while they do.
    private static bool IsLocal(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);
}
