namespace PfP.Identity.Accounts.Sessions;

/// <summary>Says in words what a browser calls itself: enough to recognise one's own, too little to recognise somebody by.</summary>
internal static class DeviceNames
{
    // The first that is named counts: Edge and Opera name Chrome as well, Chrome names Safari, Android names Linux.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string? userAgent) =>
        string.Join(", ", new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>()) is { Length: > 0 } name ? name : "?";

    private static string? Find((string Mark, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(candidate => userAgent?.Contains(candidate.Mark, StringComparison.Ordinal) == true).Name;
}
