using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>What members type.</summary>
internal sealed partial class Contributing
{
    /// <summary>All that the short form asks for.</summary>
    public static readonly SubmissionForm Complete = new()
    {
        Title = "Pension records that move with their owner",
        Language = "en",
        Countries = [new("MD", "lead"), new("IT", "destination")],
        Organisations = [new("Ministry of Labour of samples", "lead")],
        Challenge = "Contributions paid abroad are lost at return.",
        Solution = "Both insurers exchange records once a quarter.",
        Summary = "The pension insurers of two countries exchange records, so that returning workers keep what they paid for.",
        Themes = ["health-social-protection"],
        Type = "agreement",
        Status = "ongoing",
        StartYear = "2019",
        Links = [new("https://example.org/agreement", "The agreement")],
        Contact = new("Social insurance unit", "insurance@ministry.example"),
    };

    /// <summary>All that the form of a policy tool asks for, and what it may say beyond that.</summary>
    public static readonly SubmissionForm CompleteTool = new()
    {
        Title = "Handbook on records that move",
        Language = "en",
        Organisations = [new("Ministry of Labour of samples", "lead")],
        Purpose = "Whether **two insurers** can exchange records.",
        Audience = "Social insurers",
        Themes = ["health-social-protection"],
        Type = "handbook",
        Year = "2021",
        Edition = "Second",
        DocumentLanguages = ["en", "ar"],
        Format = "PDF, 84 pages",
        TestedIn = ["KE", "MD"],
        GfmdOrigin = "Working group, 2020",
        Links = [new("https://example.org/handbook", "The handbook")],
        Contact = new("Social insurance unit", "insurance@ministry.example"),
    };

    /// <summary>What the form of a session may say, but for its presentations.</summary>
    public static readonly SubmissionForm CompleteSession = new()
    {
        Title = "A session on records that move",
        Language = "en",
        Summary = "In short.",
        Summit = "14",
        Type = "pfp-session",
        StartDate = "2094-05-03",
        EndDate = "2094-05-04",
        Duration = "120",
        Format = "Panel",
        Place = "Room XX, Palais des Nations, Geneva",
        Programme = "**09:30** Opening",
        Themes = ["remittances"],
        Links = [new("https://example.org/session", "The page")],
        Video = new("https://example.org/live", "no", ""),
    };

    /// <summary>All that the form of a recommendation asks for, and what it may say beyond that.</summary>
    public static readonly SubmissionForm CompleteRecommendation = new()
    {
        Title = "Let records move with their owner",
        Language = "en",
        Summit = "12",
        RoundTable = "Round Table 1.1",
        Text = "Governments should **exchange** insurance records.",
        SourceName = "Report of the proceedings of samples",
        SourceUrl = "https://example.org/proceedings.pdf",
        SourcePage = "12–13",
        Themes = ["health-social-protection"],
        Gcm = ["22", "1"],
        Translations = [new("fr", "machine") { Title = "Que les dossiers suivent", Text = "Les gouvernements devraient échanger." }],
    };

    /// <summary>All that the form of an update or lesson asks for.</summary>
    public static readonly SubmissionForm CompleteLesson = new()
    {
        Title = "A third country has joined",
        Type = "update",
        Text = "Records now move between **three** insurers.",
        Date = "2026-03-14",
        Language = "en",
        Links = [new("https://example.org/third", "The agreement")],
    };
}
