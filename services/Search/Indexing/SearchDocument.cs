using System.Text.Json.Serialization;
using PfP.Contracts.Calls;

namespace PfP.Search.Indexing;

/// <summary>What an index keeps of an entry: the public state that can be searched, filtered or shown in a list. Made from events only.</summary>
/// <param name="Newest">The day as yyyymmdd by which "newest" sorts; month and day are 0 where only a year is known, all is 0 where nothing is.</param>
public sealed record SearchDocument(
    Guid Id,
    int Version,
    string Kind,
    string Slug,
    string Url,
    string Language,
    IReadOnlyDictionary<string, DocumentText> Texts,
    int Newest)
{
    /// <summary>ISO 3166-1 alpha-2 codes, each once.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>M49 codes of the regions that the entry states itself.</summary>
    public IReadOnlyList<string> StatedRegions { get; init; } = [];

    public IReadOnlyList<DocumentPlace> Places { get; init; } = [];

    public IReadOnlyList<DocumentOrganisation> Organisations { get; init; } = [];

    public IReadOnlyList<DocumentSummit> Summits { get; init; } = [];

    public IReadOnlyList<string> Themes { get; init; } = [];

    public IReadOnlyList<string> GcmObjectives { get; init; } = [];

    public IReadOnlyList<string> SdgTargets { get; init; } = [];

    public IReadOnlyList<string> WorkingGroups { get; init; } = [];

    public IReadOnlyList<string> Has { get; init; } = [];

    public string? Type { get; init; }

    public string? Status { get; init; }

    public int? Year { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>
    /// The day, as yyyymmdd, on which it appeared: here after review, or of a record of the archive the day that its source states. Null where not
    /// even that is known.
    /// </summary>
    [JsonIgnore]
    public int? PublishedOn => PublishedAt is { } at ? DayNumber(DateOnly.FromDateTime(at.UtcDateTime)) : Newest % 10_000 > 0 ? Newest : null;

    public DateOnly? LastVerified { get; init; }

    /// <summary>Of a call: one of <see cref="CallStates"/>. Its status follows from the clock, see <see cref="CallStatusAt"/>.</summary>
    public string? CallState { get; init; }

    public string? CallType { get; init; }

    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>The deadline of a call: the first moment at which it is closed.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>Whose it is, as <c>country:MD</c> or <c>organisation:iom</c>, where known.</summary>
    public string? Owner { get; init; }

    /// <summary>Null for everything but calls, and for archived ones.</summary>
    public string? CallStatusAt(DateTimeOffset now) => CallState is null ? null : CallStatuses.At(now, CallState, OpensAt, ClosesAt);

    public static int DayNumber(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    /// <summary>The language of its texts to show to a reader of that language.</summary>
    public string LanguageFor(string language) => Texts.ContainsKey(language) ? language : Texts.ContainsKey(Language) ? Language : Texts.Keys.Order().First();
}

public sealed record DocumentText(string Title, string? Summary, string? Body);

public sealed record DocumentPlace(double Latitude, double Longitude);

public sealed record DocumentOrganisation(string Slug, string Name, string? Acronym, string? Type);

public sealed record DocumentSummit(int Number, int Year, string City);
