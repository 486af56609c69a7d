namespace PfP.Catalogue.Entries;

/// <summary>
/// Everything a revision says about an entry. Stored as JSON: members may be added, never renamed.
/// Contacts and other personal data do not belong here; they stand in their own table.
/// </summary>
internal sealed record EntryContent
{
    public string Language { get; init; } = "en";

    public IReadOnlyDictionary<string, EntryTexts> Texts { get; init; } = new Dictionary<string, EntryTexts>();

    public IReadOnlyList<NamedCountry> Countries { get; init; } = [];

    /// <summary>M49 codes that the source states; those of the countries are derived.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    public IReadOnlyList<Place> Places { get; init; } = [];

    public string? GeographicScope { get; init; }

    public IReadOnlyList<NamedOrganisation> Organisations { get; init; } = [];

    public IReadOnlyList<Assigned> Themes { get; init; } = [];

    public IReadOnlyList<Assigned> GcmObjectives { get; init; } = [];

    public IReadOnlyList<Assigned> SdgTargets { get; init; } = [];

    public IReadOnlyList<int> Summits { get; init; } = [];

    public IReadOnlyList<string> WorkingGroups { get; init; } = [];

    public bool MayorsMechanism { get; init; }

    /// <summary>The sessions at which it was presented.</summary>
    public IReadOnlyList<Appearance> Appearances { get; init; } = [];

    /// <summary>Keys of the works it is a part of; see <see cref="EntryReference"/>.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Keys of the policy tools that a practice uses.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>Keys of the practices that are said to use a policy tool.</summary>
    public IReadOnlyList<string> UsedBy { get; init; } = [];

    /// <summary>In the order in which they were published.</summary>
    public IReadOnlyList<Addition> Additions { get; init; } = [];

    public IReadOnlyList<Link> Links { get; init; } = [];

    public IReadOnlyList<FileLink> Files { get; init; } = [];

    public Image? Image { get; init; }

    public Video? Video { get; init; }

    public string? Licence { get; init; }

    public bool PermissionToPublish { get; init; }

    public DateOnly? DateAdded { get; init; }

    public DateOnly? LastVerified { get; init; }

    public DateOnly? NextReview { get; init; }

    public IReadOnlyDictionary<string, string> Figures { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>What the source said where a value had to be mapped to a vocabulary.</summary>
    public IReadOnlyList<OriginalValue> OriginalValues { get; init; } = [];

    public IReadOnlyList<EarlierAccount> EarlierAccounts { get; init; } = [];

    /// <summary>For editors only: doubts about the source, never published.</summary>
    public IReadOnlyList<string> EditorialNotes { get; init; } = [];

    public PracticeDetails? Practice { get; init; }

    public ToolDetails? Tool { get; init; }

    public SessionDetails? Session { get; init; }

    public RecommendationDetails? Recommendation { get; init; }

    public string? Type => Practice?.Type ?? Tool?.ResourceType ?? Session?.SessionType;

    public int? StartYear => Practice?.StartYear ?? Tool?.Year ?? Session?.StartDate?.Year;

    public int? EndYear => Practice?.EndYear ?? Session?.EndDate?.Year;

    /// <summary>The texts in that language where there are any, else in the language it was written in.</summary>
    public (string Language, EntryTexts Texts) In(string language) =>
        Texts.TryGetValue(language, out var texts) ? (language, texts) : (Language, Texts[Language]);
}

/// <summary>All texts of an entry in one language; which of them a kind has is said by its template.</summary>
/// <param name="Origin">human or machine.</param>
internal sealed record EntryTexts(string Title, string Origin)
{
    public string? Summary { get; init; }

    public string? Challenge { get; init; }

    public string? Solution { get; init; }

    public string? Activities { get; init; }

    public string? Beneficiaries { get; init; }

    public string? Results { get; init; }

    public string? Lessons { get; init; }

    public string? Pitfalls { get; init; }

    public string? Conditions { get; init; }

    public string? CostDrivers { get; init; }

    public string? Purpose { get; init; }

    public string? Audience { get; init; }

    public string? Programme { get; init; }

    /// <summary>Of a recommendation: what is recommended.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>What a list shows: the summary, else what comes nearest to one.</summary>
    public string? Abstract => Summary ?? Solution ?? Purpose ?? Challenge ?? Text;
}

internal sealed record PracticeDetails
{
    public string? Type { get; init; }

    public string? Status { get; init; }

    public int? StartYear { get; init; }

    public int? EndYear { get; init; }

    public string? EvidenceLevel { get; init; }

    public int? BeneficiariesNumber { get; init; }

    public Amount? Budget { get; init; }

    public IReadOnlyList<string> Funders { get; init; } = [];

    public bool ChallengeDerived { get; init; }
}

internal sealed record ToolDetails
{
    public string? ResourceType { get; init; }

    public int? Year { get; init; }

    public string? Edition { get; init; }

    public IReadOnlyList<string> DocumentLanguages { get; init; } = [];

    public string? Format { get; init; }

    public IReadOnlyList<string> TestedIn { get; init; } = [];

    public string? GfmdOrigin { get; init; }

    public bool ChallengeDerived { get; init; }
}

internal sealed record SessionDetails
{
    public string? SessionType { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    public int? DurationMinutes { get; init; }

    public string? Format { get; init; }

    public string? Place { get; init; }

    /// <summary>Null where only the practices and tools say that they were presented there: see <see cref="Appearance"/>.</summary>
    public IReadOnlyList<SessionPresentation>? Presentations { get; init; }
}

internal sealed record RecommendationDetails
{
    /// <summary>That made it, where one is named.</summary>
    public string? RoundTable { get; init; }
}
