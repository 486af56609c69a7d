using PfP.Vocabularies;

namespace PfP.Search.Indexing;

/// <summary>What results can be narrowed by. A facet's public name is that of its query parameter.</summary>
public enum Facet
{
    Kind, Theme, Country, Region, Organisation, OrganisationType, Gcm, Sdg, Summit, WorkingGroup, Status, CallStatus, CallType, Year, Has,
}

internal static class Facets
{
    public static IReadOnlyList<Facet> All { get; } = Enum.GetValues<Facet>();

    private static readonly string[] Names = [.. All.Select(facet => char.ToLowerInvariant(facet.ToString()[0]) + facet.ToString()[1..])];

    public static string Name(this Facet facet) => Names[(int)facet];

    /// <summary>The values by which an entry is counted and found, each once; all but the status of a call, which changes with the clock.</summary>
    public static IEnumerable<(Facet Facet, string Value)> Of(SearchDocument document) => Single(document).Concat(Several(document)).Distinct();

    /// <summary>The regions that the entry states and those of its countries, with all regions above them.</summary>
    public static IEnumerable<string> RegionsOf(SearchDocument document) =>
        document.StatedRegions.SelectMany(Vocabulary.WithRegionsAbove).Concat(document.Countries.SelectMany(code => Countries.Find(code)?.Regions ?? []));

    private static IEnumerable<(Facet, string)> Single(SearchDocument document)
    {
        yield return (Facet.Kind, document.Kind);
        if (document.Status is not null)
        {
            yield return (Facet.Status, document.Status);
        }
        if (document.CallType is not null)
        {
            yield return (Facet.CallType, document.CallType);
        }
        if (document.Year is { } year)
        {
            yield return (Facet.Year, year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<(Facet, string)> Several(SearchDocument document) =>
    [
        .. document.Themes.Select(value => (Facet.Theme, value)),
        .. document.Countries.Select(value => (Facet.Country, value)),
        .. RegionsOf(document).Select(value => (Facet.Region, value)),
        .. document.Organisations.Select(organisation => (Facet.Organisation, organisation.Slug)),
        .. document.Organisations.Where(organisation => organisation.Type is not null).Select(organisation => (Facet.OrganisationType, organisation.Type!)),
        .. document.GcmObjectives.Select(value => (Facet.Gcm, value)),
        .. document.SdgTargets.Select(value => (Facet.Sdg, value)),
        .. document.Summits.Select(summit => (Facet.Summit, summit.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        .. document.WorkingGroups.Select(value => (Facet.WorkingGroup, value)),
        .. document.Has.Select(value => (Facet.Has, value)),
    ];
}
