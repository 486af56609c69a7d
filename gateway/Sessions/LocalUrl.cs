namespace PfP.Gateway.Sessions;

/// <summary>Where somebody may be sent after signing in or out: a page of this site, and never one of these steps again.</summary>
internal static class LocalUrl
{
    private const int Longest = 2000;
    private static readonly string[] Steps = ["/bff", "/connect"];

    public static string OrHome(string? url) => IsLocal(url) ? url! : "/";

    // Browsers read a backslash as a slash, and drop tabs and line breaks wherever they are.
    private static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/', ..]
        && url.Length <= Longest
        && url.All(letter => letter is > ' ' and < '\x7f' and not '\\')
        && !Array.Exists(Steps, step => url.StartsWith(step, StringComparison.OrdinalIgnoreCase));
}
