using System.Security.Cryptography;
using System.Text;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>Entries as the catalogue answers them. Texts that could hurt a careless page are part of the set.</summary>
internal static class Samples
{
    public const string Hostile = "<script>alert('x')</script> \"quoted\" <img src=x onerror=alert(1)> & more";

    public static IReadOnlyList<EntryResponse> Entries { get; } =
    [
        Practice("sending-money-home", "Sending Money Home", "en") with
        {
            Countries = [new("KE", "lead"), new("MU", "partner")],
            Themes = [new("remittances", false), new("diaspora", true)],
            GcmObjectives = [new("20", true)],
            SdgTargets = [new("10.c", true)],
            Organisations = [new("ifad", "IFAD", null, "un-system", "lead")],
            Summits = [new(10, 2017, "Berlin")],
            PresentedAt = [new("session", "pfp-berlin", "/sessions/pfp-berlin", "PfP session in Berlin", "en")],
            Related = [new("tool", "guide", "/tools/guide", "A guide", "en")],
            Figures = [new("pilotCountries", "15"), new("budget_eur", "15000000")],
            Sources = [new("A source page", "https://www.gfmd.org/pfp")],
            Links = [new("https://example.org/report", "The report", "fr")],
            Video = new("https://youtu.be/dQw4w9WgXcQ?si=x", true, "https://example.org/said"),
            DateAdded = new DateOnly(2013, 1, 7),
            Practice = Fields("Sending money is expensive.") with
            {
                Updates =
                [
                    new("lesson", "Begin with one bank", "It is **easier**.", "2026-03-14", "en", [new("https://example.org/lesson", "How", null)]),
                    new("update", "Un tercer país", "Se ha sumado.", "2019", "es", []),
                ],
            },
        },
        Practice("hostile", Hostile, "en") with
        {
            Summary = Hostile,
            Owner = $"organisation:{HostileSubmissions.Line}",
            LastVerified = new(2027, 3, 3),
            Video = new("https://example.org/\"onclick=alert(1)//youtu.be/dQw4w9WgXcQ", null, "javascript:alert(1)"),
            Countries = [new("MT", "mentioned")],
            Links = [new("javascript:alert(1)", "A trap", null), new("https://example.org/\"><script>", "Another", null)],
            Sources = [new(Hostile, "data:text/html,<script>alert(1)</script>")],
            Organisations = [new("hostile", HostileSubmissions.Line, null, null, HostileSubmissions.Line)],
            Practice = Fields($"{Hostile}\n\n[click](javascript:alert(1)) <b>bold</b> ![p](https://example.org/p.png) **strong** [ok](https://example.org/)") with
            {
                Solution = HostileSubmissions.Text,
                Lessons = HostileSubmissions.Text,
                Updates = [new(HostileSubmissions.Line, HostileSubmissions.Line, HostileSubmissions.Text, HostileSubmissions.Line, "en", [new("javascript:alert(1)", HostileSubmissions.Line, null)])],
            },
        },
        Practice("pratique-francaise", "Une pratique décrite en français", "fr") with { Owner = "country:MD", LastVerified = new(2027, 3, 3), Languages = ["es", "fr"], Origins = new Dictionary<string, string> { ["es"] = "machine", ["fr"] = "human" } },
        Tool("guide", "A guide") with { Video = new("https://media.example.org/guide.mp4", false, null) },
        Tool("migration-profiles-repository", "Migration Profiles Repository"),
        Entry("tool", "hostile-tool", "A hostile tool", "en") with
        {
            Tool = new(HostileSubmissions.Line, null, HostileSubmissions.Text, HostileSubmissions.Text, 2012, HostileSubmissions.Line, [HostileSubmissions.Line], HostileSubmissions.Line, [HostileSubmissions.Line], HostileSubmissions.Line, []),
        },
        Session("pfp-ahead", "PfP session to come") with
        {
            Session = new("pfp-session", new DateOnly(2094, 5, 3), new DateOnly(2094, 5, 4), 120, "Panel", []) { Place = "Geneva, room; XX", Programme = "**09:30** Opening" },
            Video = new("https://example.org/live", false, null),
        },
        Session("pfp-berlin", "PfP session in Berlin"),
        Session("hostile-session", HostileSubmissions.Line) with
        {
            Session = new(HostileSubmissions.Line, new DateOnly(2094, 5, 3), null, 120, HostileSubmissions.Line, [
                new(1, new("practice", "sending-money-home", "/practices/sending-money-home", "Sending Money Home", "en"), HostileSubmissions.Line, [HostileSubmissions.Line], [new("ifad", HostileSubmissions.Line)])
                {
                    Slides = "javascript:alert(1)",
                    Video = HostileSubmissions.Line,
                    Speakers = HostileSubmissions.Line,
                },
            ])
            {
                Place = HostileSubmissions.Line,
                Programme = HostileSubmissions.Text,
            },
            Video = new("javascript:alert(1)", null, null),
        },
        Recommendation("exchange-records", "Exchange records between countries") with
        {
            Recommendation = new("Governments should **exchange** records.", "Round Table 1.1"),
            Summits = [new(10, 2017, "Berlin")],
            Themes = [new("remittances", false)],
            GcmObjectives = [new("22", false)],
            Sources = [new("Report of the proceedings", "https://example.org/proceedings.pdf") { Page = "12–13" }],
        },
        Recommendation("nothing-followed", "Nothing followed") with { Summits = [new(9, 2016, "Dhaka")] },
        Recommendation("hostile-recommendation", HostileSubmissions.Line) with
        {
            Recommendation = new(HostileSubmissions.Text, HostileSubmissions.Line),
            Sources = [new(HostileSubmissions.Line, "javascript:alert(1)") { Page = HostileSubmissions.Line }],
        },
    ];

    public static EntrySummary Summary(EntryResponse entry) => new(
        entry.Id, entry.Kind, entry.Slug, entry.Url, entry.Title, entry.Language, entry.Summary, [.. entry.Countries.Select(country => country.Code)],
        entry.Themes, [.. entry.Organisations.Select(organisation => new OrganisationName(organisation.Slug, organisation.Name))],
        entry.DateAdded?.Year, null, null, entry.DateAdded, entry.Summits)
    {
        StartDate = entry.Session?.StartDate,
        EndDate = entry.Session?.EndDate ?? entry.Session?.StartDate,
    };

    private static EntryResponse Practice(string slug, string title, string language) =>
        Entry("practice", slug, title, language) with { Practice = Fields("Sending money is expensive.") };

    private static PracticeFields Fields(string challenge) => new(
        challenge, "A cheaper way.", null, null, null, null, null, null, null, null, null, [], [new("First step", "Begin.")], "project", "ongoing", 2013, null)
    {
        ChallengeDerived = true,
    };

    private static EntryResponse Tool(string slug, string title) => Entry("tool", slug, title, "en") with
    {
        Tool = new("handbook", null, "Which channel to open.", "Ministries", 2012, "2nd", ["en", "fr"], "PDF", ["KE"], null, []),
    };

    private static EntryResponse Session(string slug, string title) => Entry("session", slug, title, "en") with
    {
        Session = new("pfp-session", new DateOnly(2017, 6, 28), new DateOnly(2017, 6, 30), null, null, [
            new(2, new("tool", "guide", "/tools/guide", "A guide", "en"), "The guide", [], []),
            new(1, new("practice", "sending-money-home", "/practices/sending-money-home", "Sending Money Home", "en"), "Money", ["KE"], []),
        ]),
    };

    private static EntryResponse Recommendation(string slug, string title) => Entry("recommendation", slug, title, "en") with { Summary = null, Recommendation = new("It should be done.", null) };

    private static EntryResponse Entry(string kind, string slug, string title, string language) => new(
        IdOf(slug), kind, slug, $"/{kind}s/{slug}", 2, "published", true, language, "human", [language], title, "In short.",
        [], [], [], null, [], [], [], [], [], []);

    // The same in every process: tests are named after it.
    private static Guid IdOf(string slug) => new(SHA256.HashData(Encoding.UTF8.GetBytes(slug)).AsSpan(0, 16));
}
