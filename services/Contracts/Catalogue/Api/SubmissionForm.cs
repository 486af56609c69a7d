namespace PfP.Contracts.Catalogue.Api;

/// <summary>
/// The form of a practice, a policy tool, a session, a recommendation or a lesson, kept as it was typed: a draft may be wrong and incomplete, only what is sent in must fit the template
/// of its kind; what belongs to another kind is not looked at. All texts are plain but for challenge, solution, lessons, purpose, audience, programme and text, which are Markdown.
/// </summary>
public sealed record SubmissionForm
{
    /// <summary>At most 150 characters.</summary>
    public string? Title { get; init; }

    /// <summary>The language the texts are written in, as a code of the vocabulary <c>languages</c>.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<SubmissionCountry> Countries { get; init; } = [];

    /// <summary>Stands for all countries, where none is named.</summary>
    public bool IsGlobal { get; init; }

    public IReadOnlyList<SubmissionOrganisation> Organisations { get; init; } = [];

    public string? Challenge { get; init; }

    public string? Solution { get; init; }

    /// <summary>At most 800 characters.</summary>
    public string? Summary { get; init; }

    /// <summary>One to four values of the vocabulary <c>themes</c>; of a recommendation those that it is about.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>A value of the vocabulary <c>practice-types</c>, <c>tool-types</c> or <c>session-types</c>; of a lesson one of <see cref="PracticeUpdate.Kinds"/>.</summary>
    public string? Type { get; init; }

    /// <summary>A value of the vocabulary <c>statuses</c>.</summary>
    public string? Status { get; init; }

    public string? StartYear { get; init; }

    /// <summary>Of a tool: which decision it helps to take.</summary>
    public string? Purpose { get; init; }

    /// <summary>Of a tool: for whom it is.</summary>
    public string? Audience { get; init; }

    /// <summary>Of a tool: when this edition of it came out.</summary>
    public string? Year { get; init; }

    public string? Edition { get; init; }

    /// <summary>In which a tool can be had, as values of the vocabulary <c>spoken-languages</c>.</summary>
    public IReadOnlyList<string> DocumentLanguages { get; init; } = [];

    /// <summary>Of a tool: in what form it comes, and how large it is. Of a session: how it is held.</summary>
    public string? Format { get; init; }

    /// <summary>Where a tool was tried, as ISO 3166-1 alpha-2 codes.</summary>
    public IReadOnlyList<string> TestedIn { get; init; } = [];

    /// <summary>Out of which work of the forum a tool came.</summary>
    public string? GfmdOrigin { get; init; }

    /// <summary>Addresses of published practices that use a tool.</summary>
    public IReadOnlyList<string> UsedBy { get; init; } = [];

    /// <summary>Of a session or recommendation: the number of the summit that it belongs to.</summary>
    public string? Summit { get; init; }

    /// <summary>Of a session: its first day, such as 2026-03-14.</summary>
    public string? StartDate { get; init; }

    /// <summary>Of a session: its last day, where it has more than one.</summary>
    public string? EndDate { get; init; }

    /// <summary>Of a session: how many minutes it takes.</summary>
    public string? Duration { get; init; }

    /// <summary>Of a session: where it is held.</summary>
    public string? Place { get; init; }

    /// <summary>Of a session: what happens when.</summary>
    public string? Programme { get; init; }

    /// <summary>Of a session: in the order in which they are held.</summary>
    public IReadOnlyList<SubmissionPresentation> Presentations { get; init; } = [];

    /// <summary>Of a lesson: what has happened since, or was learned. Of a recommendation: what is recommended.</summary>
    public string? Text { get; init; }

    /// <summary>Of a recommendation: the round table that made it.</summary>
    public string? RoundTable { get; init; }

    /// <summary>Of a recommendation: the document in which it stands.</summary>
    public string? SourceName { get; init; }

    /// <summary>Of a recommendation: the web address of that document.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>Of a recommendation: where in the document it stands, such as 12 or 12–13.</summary>
    public string? SourcePage { get; init; }

    /// <summary>Of a recommendation: at most five values of the vocabulary <c>gcm-objectives</c>.</summary>
    public IReadOnlyList<string> Gcm { get; init; } = [];

    /// <summary>Of a lesson: a year such as 2026, or a day such as 2026-03-14.</summary>
    public string? Date { get; init; }

    /// <summary>Of a new practice or tool: the address of the call, recommendation or entry that it came out of. Its publication says so in the chain.</summary>
    public string? ComesFrom { get; init; }

    public IReadOnlyList<SubmissionLink> Links { get; init; } = [];

    /// <summary>Of all but a lesson: a video about it, or of it.</summary>
    public SubmissionVideo? Video { get; init; }

    /// <summary>Files that were sent to the submission before, and stay with it.</summary>
    public IReadOnlyList<SubmissionFile> Files { get; init; } = [];

    /// <summary>What those who did it learned.</summary>
    public string? Lessons { get; init; }

    /// <summary>Of all but a lesson: its texts in further languages. One in which nothing is written is none.</summary>
    public IReadOnlyList<SubmissionTranslation> Translations { get; init; } = [];

    /// <summary>Of a correction: what changed, for readers of the list of versions.</summary>
    public string? Note { get; init; }

    /// <summary>For members only, also after publication.</summary>
    public SubmissionContact? Contact { get; init; }
}

/// <summary>The texts of a form in another language than the one it is written in; each is what the field of that name is.</summary>
/// <param name="Language">A code of the vocabulary <c>languages</c>, each once.</param>
/// <param name="Origin">One of <see cref="Origins"/>: who translated it.</param>
public sealed record SubmissionTranslation(string? Language, string? Origin)
{
    public static IReadOnlyList<string> Origins { get; } = ["human", "machine"];

    public string? Title { get; init; }

    public string? Summary { get; init; }

    public string? Challenge { get; init; }

    public string? Solution { get; init; }

    public string? Purpose { get; init; }

    public string? Audience { get; init; }

    public string? Lessons { get; init; }

    public string? Programme { get; init; }

    public string? Text { get; init; }
}

/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
public sealed record SubmissionCountry(string? Code, string? Role)
{
    public static IReadOnlyList<string> Roles { get; } = ["lead", "partner", "origin", "transit", "destination", "funder"];
}

/// <param name="Role">One of <see cref="Roles"/>.</param>
public sealed record SubmissionOrganisation(string? Name, string? Role)
{
    public static IReadOnlyList<string> Roles { get; } = ["lead", "partner", "funder"];
}

/// <param name="Url">http or https.</param>
public sealed record SubmissionLink(string? Url, string? Label);

/// <param name="Url">https; one on a known site plays in the page.</param>
/// <param name="Captions">One of <see cref="Answers"/>: whether it has captions.</param>
/// <param name="Transcript">http or https: where what is said in it can be read.</param>
public sealed record SubmissionVideo(string? Url, string? Captions, string? Transcript)
{
    public static IReadOnlyList<string> Answers { get; } = ["yes", "no"];
}

/// <param name="Id">As the answer to its upload names it.</param>
/// <param name="Label">What it is; of an image, what it shows.</param>
public sealed record SubmissionFile(Guid Id, string? Label)
{
    /// <summary>With its ending. This and all below are the catalogue's to say; what a client sends there is not looked at.</summary>
    public string Name { get; init; } = "";

    public string MediaType { get; init; } = "";

    public long Bytes { get; init; }
}

/// <param name="Name">Of the office, not of a person.</param>
public sealed record SubmissionContact(string? Name, string? Email);

/// <summary>What is presented at a session.</summary>
/// <param name="Entry">Address of the published practice or policy tool.</param>
/// <param name="Title">Its title at the session, where that is another.</param>
/// <param name="Countries">That present it: ISO 3166-1 alpha-2 codes, or names in English, French or Spanish, separated by semicolons.</param>
/// <param name="Organisations">That present it: names, separated by semicolons.</param>
/// <param name="Speakers">Whoever presents it, as the programme names them.</param>
public sealed record SubmissionPresentation(string? Entry, string? Title, string? Countries, string? Organisations, string? Speakers)
{
    /// <summary>A web address, as is that of the video.</summary>
    public string? Slides { get; init; }

    public string? Video { get; init; }
}
