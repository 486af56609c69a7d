namespace PfP.Design.Forms;

/// <summary>The zones of the IANA database by the names of their cities.</summary>
public static class TimeZones
{
    private static readonly string[] Continents = ["Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"];

    private static readonly TimeZoneInfo[] Known =
        [.. TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.Id == "UTC" || Continents.Any(continent => zone.Id.StartsWith(continent, StringComparison.Ordinal)))];

    public static bool Exists(string id) => Known.Any(zone => zone.Id == id);

    /// <summary>To choose from, with what they are ahead of UTC at that time.</summary>
    public static IEnumerable<(string Value, string Label)> All(DateTimeOffset now) =>
        Known.OrderBy(zone => zone.Id, StringComparer.Ordinal).Select(zone => (zone.Id, $"{zone.Id.Replace('_', ' ')} (UTC{Ahead(zone.GetUtcOffset(now))})"));

    private static string Ahead(TimeSpan offset) => $"{(offset < TimeSpan.Zero ? '−' : '+')}{offset:hh\\:mm}";
}
