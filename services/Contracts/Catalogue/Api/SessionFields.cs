namespace PfP.Contracts.Catalogue.Api;

/// <summary>The template of a PfP session.</summary>
/// <param name="Presentations">In the order in which they were held.</param>
public sealed record SessionFields(
    string? SessionType,
    DateOnly? StartDate,
    DateOnly? EndDate,
    int? DurationMinutes,
    string? Format,
    IReadOnlyList<Presentation> Presentations)
{
    /// <summary>Where it is held.</summary>
    public string? Place { get; init; }

    /// <summary>What happens when: limited Markdown.</summary>
    public string? Programme { get; init; }
}

/// <param name="Title">Its title at the session.</param>
/// <param name="Countries">ISO 3166-1 alpha-2 codes of the countries that presented it there or were named.</param>
public sealed record Presentation(int Order, EntryLink Entry, string Title, IReadOnlyList<string> Countries, IReadOnlyList<OrganisationName> Organisations)
{
    public string? Slides { get; init; }

    public string? Video { get; init; }

    /// <summary>As the programme names them.</summary>
    public string? Speakers { get; init; }
}
