using PfP.Contracts.Calls.Api;

namespace PfP.Calls.Calls;

/// <summary>
/// Everything that is public about a call. Stored as JSON: members may be added, never renamed. Its contact does not belong here.
/// </summary>
internal sealed record CallContent
{
    public string Language { get; init; } = "en";

    public IReadOnlyDictionary<string, CallTexts> Texts { get; init; } = new Dictionary<string, CallTexts>();

    public string? Type { get; init; }

    public CallOpening? Opens { get; init; }

    /// <summary>Null where replies are taken until further notice.</summary>
    public CallDeadline? Deadline { get; init; }

    /// <summary>Those that call, by ISO 3166-1 alpha-2.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Those asked to reply; none where anybody is.</summary>
    public IReadOnlyList<string> CountriesWanted { get; init; } = [];

    public string? GeographicScope { get; init; }

    public IReadOnlyList<NamedOrganisation> Organisations { get; init; } = [];

    public IReadOnlyList<NamedOrganisation> Partners { get; init; } = [];

    public IReadOnlyList<Assigned> Themes { get; init; } = [];

    public IReadOnlyList<Assigned> GcmObjectives { get; init; } = [];

    public IReadOnlyList<Assigned> SdgTargets { get; init; } = [];

    public NamedSummit? Summit { get; init; }

    public int? Year { get; init; }

    public DateOnly? DateAdded { get; init; }

    /// <summary>One of <see cref="ReplyMethods"/>; null for records of the archive.</summary>
    public string? ReplyMethod { get; init; }

    public string? ReplyUrl { get; init; }

    public bool AdmitsGuests { get; init; }

    public IReadOnlyList<CallLink> Links { get; init; } = [];

    public IReadOnlyList<CallFile> Files { get; init; } = [];

    public IReadOnlyList<CallSource> Sources { get; init; } = [];

    public IReadOnlyList<RelatedEntry> Related { get; init; } = [];

    /// <summary>The texts in that language where there are any, else in the language it was written in.</summary>
    public (string Language, CallTexts Texts) In(string language) => Texts.TryGetValue(language, out var texts) ? (language, texts) : (Language, Texts[Language]);
}

/// <param name="Origin">human or machine.</param>
internal sealed record CallTexts(string Title, string Origin)
{
    public string? Summary { get; init; }

    /// <summary>Why it is made.</summary>
    public string? Background { get; init; }

    public string? Ask { get; init; }

    public string? ForWhom { get; init; }
}

/// <param name="Slug">As the catalogue makes it of the name.</param>
/// <param name="Type">From the vocabulary of organisation types.</param>
internal sealed record NamedOrganisation(string Slug, string Name, string? Acronym, string? Type);

/// <param name="Suggested">An editor suggested it; the source does not state it.</param>
internal sealed record Assigned(string Value, bool Suggested);

internal sealed record NamedSummit(int Number, int Year, string City);

internal sealed record CallLink(string Url, string? Label);

/// <param name="Id">Of a file that was sent to the call; public because it stands here.</param>
/// <param name="Format">As readers know it: PDF, DOCX.</param>
internal sealed record CallFile(Guid Id, string Name, string? Label, string? Format, long Bytes);

/// <param name="Lines">First and last line in the source text.</param>
internal sealed record CallSource(string Title, string? Url, string? Lines);

/// <param name="Url">Public path in the catalogue.</param>
internal sealed record RelatedEntry(string Url, string Title);
