using Microsoft.AspNetCore.Mvc;
using PfP.Contracts.Catalogue;
using PfP.Vocabularies;

namespace PfP.Catalogue.Entries;

/// <summary>What a list may be narrowed by: a repeated parameter means "or", different parameters mean "and". Errors name the properties, so they are called like the parameters.</summary>
internal sealed class EntryFilter
{
    [FromQuery(Name = "theme")]
    public string[]? Theme { get; init; }

    [FromQuery(Name = "country")]
    public string[]? Country { get; init; }

    [FromQuery(Name = "region")]
    public string[]? Region { get; init; }

    [FromQuery(Name = "organisation")]
    public string[]? Organisation { get; init; }

    [FromQuery(Name = "organisationType")]
    public string[]? OrganisationType { get; init; }

    [FromQuery(Name = "gcm")]
    public string[]? Gcm { get; init; }

    [FromQuery(Name = "sdg")]
    public string[]? Sdg { get; init; }

    [FromQuery(Name = "summit")]
    public int[]? Summit { get; init; }

    [FromQuery(Name = "workingGroup")]
    public string[]? WorkingGroup { get; init; }

    [FromQuery(Name = "status")]
    public string[]? Status { get; init; }

    [FromQuery(Name = "type")]
    public string[]? Type { get; init; }

    [FromQuery(Name = "year")]
    public int[]? Year { get; init; }

    [FromQuery(Name = "yearFrom")]
    public int? YearFrom { get; init; }

    [FromQuery(Name = "yearTo")]
    public int? YearTo { get; init; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>Parameters whose value is not one of their vocabulary, with what is wrong.</summary>
    public Dictionary<string, string[]> Errors(string kind)
    {
        var errors = new Dictionary<string, string[]>();
        errors.Check("theme", Theme, Vocabulary.Themes);
        errors.CheckCountries("country", Country);
        errors.Check("region", Region, Vocabulary.Regions);
        errors.Check("organisationType", OrganisationType, Vocabulary.OrganisationTypes);
        errors.Check("gcm", Gcm, Vocabulary.GcmObjectives);
        errors.Check("sdg", Sdg, Vocabulary.SdgTargets);
        errors.Check("workingGroup", WorkingGroup, Vocabulary.WorkingGroups);
        errors.Check("status", Status, Vocabulary.Statuses);
        errors.Check("type", Type, TypesOf(kind));
        errors.Check("sort", Sort is null ? null : [Sort], sort => sort is "newest" or "title", "newest or title");
        return errors;
    }

    public IQueryable<Entry> Apply(IQueryable<Entry> entries)
    {
        // Array.Any(Contains) becomes the && operator, which the GIN indexes serve.
        entries = Theme is not { Length: > 0 } ? entries : entries.Where(entry => entry.Themes.Any(value => Theme.Contains(value)));
        var codes = Country?.Select(code => code.ToUpperInvariant()).ToArray();
        entries = codes is not { Length: > 0 } ? entries : entries.Where(entry => entry.Countries.Any(value => codes.Contains(value)));
        entries = Region is not { Length: > 0 } ? entries : entries.Where(entry => entry.Regions.Any(value => Region.Contains(value)));
        entries = Organisation is not { Length: > 0 } ? entries : entries.Where(entry => entry.Organisations.Any(value => Organisation.Contains(value)));
        entries = OrganisationType is not { Length: > 0 } ? entries : entries.Where(entry => entry.OrganisationTypes.Any(value => OrganisationType.Contains(value)));
        entries = Gcm is not { Length: > 0 } ? entries : entries.Where(entry => entry.GcmObjectives.Any(value => Gcm.Contains(value)));
        entries = Sdg is not { Length: > 0 } ? entries : entries.Where(entry => entry.SdgTargets.Any(value => Sdg.Contains(value)));
        entries = Summit is not { Length: > 0 } ? entries : entries.Where(entry => entry.Summits.Any(value => Summit.Contains(value)));
        entries = WorkingGroup is not { Length: > 0 } ? entries : entries.Where(entry => entry.WorkingGroups.Any(value => WorkingGroup.Contains(value)));
        entries = Status is not { Length: > 0 } ? entries : entries.Where(entry => Status.Contains(entry.Status));
        entries = Type is not { Length: > 0 } ? entries : entries.Where(entry => Type.Contains(entry.Type));
        entries = Year is not { Length: > 0 } ? entries : entries.Where(entry => Year.Contains(entry.Year!.Value));
        entries = YearFrom is { } from ? entries.Where(entry => entry.Year >= from) : entries;
        return YearTo is { } to ? entries.Where(entry => entry.Year <= to) : entries;
    }

    private static IReadOnlyList<Term> TypesOf(string kind) => kind switch
    {
        EntryKinds.Practice => Vocabulary.PracticeTypes,
        EntryKinds.Tool => Vocabulary.ToolTypes,
        EntryKinds.Session => Vocabulary.SessionTypes,
        _ => [],
    };
}
