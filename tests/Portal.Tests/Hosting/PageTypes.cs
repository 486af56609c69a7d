namespace PfP.Portal.Tests.Hosting;

/// <summary>One address of every type of page.</summary>
public static class PageTypes
{
    private static readonly string[] Paths =
    [
        "/", "/search", "/search?q=Money&theme=remittances", "/map", "/map?country=KE", "/practices", "/tools", "/calls", "/calls?callStatus=closed", "/calls/closing", "/calls/hostile", "/calls/informal", "/calls/replied-here", "/sessions", "/themes", "/countries",
        "/regions", "/organisations", "/summits", "/working-groups", "/working-groups/covid-19", "/working-groups/empty", "/announcements", "/announcements/0190b6f0-0000-7000-8000-0000000007b1", "/practices/sending-money-home", "/practices/sending-money-home/v/1", "/practices/hostile", "/tools/guide", "/tools/migration-profiles-repository", "/tools/migration-profiles-repository?country=KE",
        "/sessions/pfp-berlin", "/sessions/pfp-ahead", "/recommendations", "/recommendations/exchange-records", "/recommendations/nothing-followed", "/summits/3", "/themes/remittances", "/countries/ke", "/regions/002", "/organisations/ifad", "/summits/10", "/about", "/help", "/privacy",
        "/terms", "/accessibility", "/numbers", "/contact", "/contact?about=/practices/sending-money-home",
    ];

    public static TheoryData<string> All => [.. Paths];

    public static TheoryData<string> InEveryLanguage => [.. Paths.SelectMany(path => new[] { path, path == "/" ? "/fr" : $"/fr{path}", path == "/" ? "/es" : $"/es{path}" })];
}
