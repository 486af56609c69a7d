using System.Text.RegularExpressions;

namespace PfP.Portal.Components.Pages.Information;

internal static partial class EntryPath
{
    public static bool IsOne(string path) => Shape().IsMatch(path);

    [GeneratedRegex("^/(practices|tools|sessions|recommendations)/[a-z0-9-]+$")]
    private static partial Regex Shape();
}
