using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>What the forms of submissions say, one of each kind.</summary>
internal static class FakeForms
{
    public static readonly SubmissionForm Practice = new()
    {
        Title = Samples.Hostile,
        Language = "en",
        Countries = [new("MD", "lead"), new("IT", "destination")],
        Organisations = [new(Samples.Hostile, "lead")],
        Challenge = $"{Samples.Hostile}\r\n\r\nAs a browser sends paragraphs.",
        Solution = Samples.Hostile,
        Summary = Samples.Hostile,
        Themes = ["remittances"],
        Type = "agreement",
        Status = "ongoing",
        StartYear = "2019",
        Links = [new("javascript:alert(1)", Samples.Hostile), new("https://example.org/agreement", "The agreement")],
        Files = [new(FakeSubmissions.KeptFile, Samples.Hostile) { Name = "Evaluation <b>.pdf", MediaType = "application/pdf", Bytes = 1_200_000 }],
        Translations = [new("fr", "machine") { Title = "Un accord", Summary = "Qui fait quoi, et où.", Solution = "Par **échange**.", Challenge = "Un défi" }],
        Contact = new(Samples.Hostile, "unit@ministry.example"),
    };

    // Some fields of a practice stand in it as well, as a client of the API may send them.
    public static readonly SubmissionForm Tool = Practice with
    {
        Challenge = "A challenge that no tool has",
        Solution = null,
        Purpose = $"{Samples.Hostile}\r\n\r\nAs a browser sends paragraphs.",
        Audience = Samples.Hostile,
        Type = "handbook",
        Year = "2021",
        Edition = Samples.Hostile,
        DocumentLanguages = ["en", "ar", "x-unknown"],
        Format = Samples.Hostile,
        TestedIn = ["KE"],
        GfmdOrigin = Samples.Hostile,
        UsedBy = ["/practices/sending-money-home", Samples.Hostile],
        Translations = [new("fr", "machine") { Title = "Un accord", Purpose = "Un but", Challenge = "Un défi" }],
    };

    public static readonly SubmissionForm Lesson = new()
    {
        Title = Samples.Hostile,
        Challenge = "A challenge that no lesson has",
        Text = $"{Samples.Hostile}\r\n\r\nAs a browser sends paragraphs.",
        Type = "lesson",
        Date = "2026-03-14",
        Language = "en",
        Links = [new("https://example.org/report", "The report")],
    };

    public static readonly SubmissionForm Session = Practice with
    {
        Challenge = "A challenge that no session has",
        Type = "pfp-session",
        Summit = "10",
        StartDate = "2094-05-03",
        EndDate = "2094-05-04",
        Duration = "120",
        Place = Samples.Hostile,
        Programme = $"{Samples.Hostile}\r\n\r\nAs a browser sends paragraphs.",
        Presentations = [new("/practices/sending-money-home", "Money", "Kenya", "IFAD", Samples.Hostile) { Video = "https://example.org/money" }, new("/tools/guide", Samples.Hostile, "", "", "")],
        Contact = null,
    };

    public static readonly SubmissionForm Recommendation = Practice with
    {
        Challenge = "A challenge that no recommendation has",
        Summit = "10",
        Text = $"{Samples.Hostile}\r\n\r\nAs a browser sends paragraphs.",
        RoundTable = Samples.Hostile,
        SourceName = Samples.Hostile,
        SourceUrl = "https://example.org/proceedings.pdf",
        SourcePage = "12",
        Gcm = ["22"],
        Translations = [new("fr", "machine") { Title = "Échanger", Text = "Il faut échanger." }],
        Contact = null,
    };

    /// <summary>What the practice said before it was corrected.</summary>
    public static readonly SubmissionForm Published = Practice with { Title = "As it was published", StartYear = "2018", Translations = [new("fr", "human") { Title = "Un accord ancien", Solution = "Par **échange**.", Challenge = "Un défi" }], Summary = $"{Samples.Hostile} once" };
}
