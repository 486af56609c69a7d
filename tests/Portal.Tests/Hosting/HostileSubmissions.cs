using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Tests.Hosting;

/// <summary>Submissions in which every text is hostile: clients of the API may also set those for which the form offers a choice.</summary>
internal static class HostileSubmissions
{
    /// <summary>Tries to end the element or attribute in which it stands, and every way in which Markdown makes an address.</summary>
    public const string Text = """
        </textarea></title></script><script>alert(2)</script><svg onload=alert(1)> "onfocus=alert(1) autofocus="' <img src=x onerror=alert(1)>
        [a](javascript:alert(1)) [b](data:text/html,x) [c](//evil.example/x) [d](&#106;avascript:alert(1)) [e](/\evil.example) [f][r] <javascript:alert(1)> ![p](x.png)

        [r]: vbscript:alert(1)
        """;

    /// <summary>The same on one line, as titles and cells of rows are.</summary>
    public static readonly string Line = Text.ReplaceLineEndings(" ");

    public static readonly Guid Draft = new("0190b6f0-0000-7000-8000-0000000000e1");
    public static readonly Guid Submitted = new("0190b6f0-0000-7000-8000-0000000000e2");
    public static readonly Guid ChangesRequested = new("0190b6f0-0000-7000-8000-0000000000e3");
    public static readonly Guid Refused = new("0190b6f0-0000-7000-8000-0000000000e4");
    public static readonly Guid Correction = new("0190b6f0-0000-7000-8000-0000000000e5");

    public static readonly Guid ToolDraft = new("0190b6f0-0000-7000-8000-0000000000e6");
    public static readonly Guid SubmittedTool = new("0190b6f0-0000-7000-8000-0000000000e7");
    public static readonly Guid ToolCorrection = new("0190b6f0-0000-7000-8000-0000000000e8");

    public static readonly Guid LessonDraft = new("0190b6f0-0000-7000-8000-0000000000e9");
    public static readonly Guid SubmittedLesson = new("0190b6f0-0000-7000-8000-0000000000ea");

    public static readonly Guid SessionDraft = new("0190b6f0-0000-7000-8000-0000000000eb");
    public static readonly Guid PublishedSession = new("0190b6f0-0000-7000-8000-0000000000ec");

    public static readonly Guid RecommendationDraft = new("0190b6f0-0000-7000-8000-0000000000ed");
    public static readonly Guid PublishedRecommendation = new("0190b6f0-0000-7000-8000-0000000000ee");

    public static readonly SubmissionForm Form = new()
    {
        Title = Line,
        Language = Line,
        Countries = [new(Line, Line)],
        IsGlobal = true,
        Organisations = [new(Line, Line)],
        Challenge = Text,
        Solution = Text,
        Summary = Text,
        Themes = [Line],
        Type = Line,
        Status = Line,
        StartYear = Line,
        Links = [new("javascript:alert(1)", Line), new("//evil.example", Line), new($"https://example.org/{Line}", "")],
        Files = [new(Guid.Empty, Line) { Name = Line, MediaType = Line, Bytes = 1 }],
        Text = Text,
        Date = Line,
        Purpose = Text,
        Audience = Text,
        Year = Line,
        Edition = Line,
        DocumentLanguages = [Line],
        Format = Line,
        TestedIn = [Line],
        GfmdOrigin = Line,
        UsedBy = [Line, "javascript:alert(1)", $"/practices/x?{Line}"],
        Summit = Line,
        StartDate = Line,
        EndDate = Line,
        Duration = Line,
        Place = Line,
        Programme = Text,
        Presentations = [new(Line, Line, Line, Line, Line) { Slides = Line, Video = "javascript:alert(1)" }, new("javascript:alert(1)", Line, Line, Line, Line), new($"/practices/x?{Line}", "", "", "", "")],
        Lessons = Text,
        RoundTable = Line,
        SourceName = Line,
        SourceUrl = Line,
        SourcePage = Line,
        Gcm = [Line],
        ComesFrom = Line,
        Translations = [new(Line, Line) { Title = Line, Summary = Text }, new("fr", "machine") { Title = Line, Summary = Text, Challenge = Text, Solution = Text, Purpose = Text, Audience = Text, Lessons = Text, Programme = Text, Text = Text }],
        Video = new(Line, Line, Line),
        Note = Line,
        Contact = new(Line, Line),
    };

    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<Guid, string> States = new()
    {
        [Draft] = "draft",
        [Submitted] = "submitted",
        [ChangesRequested] = "changes_requested",
        [Refused] = "refused",
        [Correction] = "submitted",
        [ToolDraft] = "draft",
        [SubmittedTool] = "submitted",
        [ToolCorrection] = "submitted",
        [LessonDraft] = "draft",
        [SubmittedLesson] = "submitted",
        [SessionDraft] = "draft",
        [PublishedSession] = "published",
        [RecommendationDraft] = "draft",
        [PublishedRecommendation] = "published",
    };

    public static SubmissionResponse? Of(Guid id)
    {
        var isCorrection = id == Correction || id == ToolCorrection;
        return States.TryGetValue(id, out var state)
            ? new(
                id, FakeSubmissions.Version, FakeSubmissions.Owner, state, Form, [new(Line, Line)], At, At, isCorrection || id == LessonDraft || id == SubmittedLesson ? "sending-money-home" : null,
                isCorrection ? Form with { Title = $"{Line} once", Challenge = $"Once: {Text}", Purpose = $"Once: {Text}", UsedBy = [], Links = [], Translations = [new("es", Line) { Title = Line, Summary = $"Once: {Text}" }] } : null,
                [new(At, "message", false, Text, []), new(At, "changes_requested", true, Text, [new("summary", Text), new(Line, Text)])])
            {
                EntryTitle = Line,
                Kind = id == ToolDraft || id == SubmittedTool || id == ToolCorrection ? "tool" : id == LessonDraft || id == SubmittedLesson ? "lesson" : id == SessionDraft || id == PublishedSession ? "session" : id == RecommendationDraft || id == PublishedRecommendation ? "recommendation" : "practice",
            }
            : null;
    }
}
