namespace PfP.Catalogue.Groups;

/// <summary>What a working group says, as it is stored: what does not say that it is public is for members.</summary>
internal sealed record GroupContent
{
    public string Name { get; init; } = "";

    public string Language { get; init; } = "en";

    public int? FromYear { get; init; }

    public int? ToYear { get; init; }

    /// <summary>Keys such as <c>country:MD</c>, in the order in which they are named.</summary>
    public IReadOnlyList<string> Chairs { get; init; } = [];

    public string? Mandate { get; init; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<YearRecord> Years { get; init; } = [];

    public IReadOnlyList<DocumentRecord> Documents { get; init; } = [];
}

internal sealed record YearRecord(int Year, string? Plan, bool PlanIsPublic, string? Results, bool ResultsArePublic);

internal sealed record DocumentRecord(Guid Id, string Name, string MediaType, int Bytes, string? Label, bool IsPublic);
