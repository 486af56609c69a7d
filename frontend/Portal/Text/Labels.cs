using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using PfP.Contracts.Search.Api;
using PfP.Design.Languages;
using PfP.Design.Resources;
using PfP.Vocabularies;

namespace PfP.Portal.Text;

/// <summary>Names of vocabulary values in the language of the page.</summary>
internal static partial class Labels
{
    private const int CountriesOnACard = 4;

    /// <summary>The label, or the value itself where the vocabulary does not know it.</summary>
    public static string LabelOf(this IReadOnlyList<Term> vocabulary, string value) => vocabulary.Find(value)?.Label.In(SiteLanguage.Current.Code) ?? value;

    public static string Country(string code) => Vocabularies.Countries.Find(code)?.Name.In(SiteLanguage.Current.Code) ?? code;

    /// <summary>The first four of them, and how many more there are: for a card.</summary>
    public static IEnumerable<string> Countries(IStringLocalizer<Texts> texts, IReadOnlyList<string> codes) =>
        codes.Take(CountriesOnACard).Select(Country).Concat(codes.Count > CountriesOnACard ? [texts["Card.MoreCountries", codes.Count - CountriesOnACard].Value] : Array.Empty<string>());

    /// <summary>"3 Information provision"</summary>
    public static string Gcm(string value) => $"{value} {Vocabulary.GcmObjectives.LabelOf(value)}";

    /// <summary>"10.7 Orderly migration"</summary>
    public static string Sdg(string value) => Vocabulary.SdgTargets.Find(value) is { } term ? $"{value} {term.Label.In(SiteLanguage.Current.Code)}" : value;

    public static string Type(string kind, string value) => kind switch
    {
        Contracts.Catalogue.EntryKinds.Tool => Vocabulary.ToolTypes.LabelOf(value),
        Contracts.Catalogue.EntryKinds.Session => Vocabulary.SessionTypes.LabelOf(value),
        _ => Vocabulary.PracticeTypes.LabelOf(value),
    };

    /// <summary>The name of a figure that a source states: a text of ours, or its own words.</summary>
    public static string Figure(IStringLocalizer<Texts> texts, string name)
    {
        var key = name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        return texts.Or($"Figure.{key}", Words().Replace(name, " $1").Replace('_', ' ').Trim());
    }

    /// <summary>The value of a filter as a chip shows it.</summary>
    /// <param name="facets">Of a search's answer, for the labels it knows.</param>
    public static string Filter(IStringLocalizer<Texts> texts, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>? facets, string name, string value) =>
        facets?.GetValueOrDefault(name)?.FirstOrDefault(facet => facet.Value == value && facet.Label != value)?.Label ?? Filter(texts, name, value);

    /// <summary>The value of a facet as lists show it.</summary>
    public static string Facet(IStringLocalizer<Texts> texts, string name, FacetValue value) => value.Label == value.Value ? Filter(texts, name, value.Value) : value.Label;

    /// <summary>The value of a filter as a chip shows it, where no facet has its label.</summary>
    public static string Filter(IStringLocalizer<Texts> texts, string name, string value) => name switch
    {
        "kind" => texts.Or($"Kind.{value}", value),
        "theme" => Vocabulary.Themes.LabelOf(value),
        "country" => Country(value),
        "partner" => texts["Filter.Partner", Country(value)],
        "region" => Vocabulary.Regions.LabelOf(value),
        "organisationType" => Vocabulary.OrganisationTypes.LabelOf(value),
        "gcm" => Gcm(value),
        "sdg" => Sdg(value),
        "workingGroup" => Vocabulary.WorkingGroups.LabelOf(value),
        "status" => Vocabulary.Statuses.LabelOf(value),
        "callStatus" => Vocabulary.CallStatuses.LabelOf(value),
        "callType" => Vocabulary.CallTypes.LabelOf(value),
        "has" => texts.Or($"Has.{value}", value),
        "bbox" => texts["Filter.Box"],
        "near" => texts["Filter.Near", value],
        "publishedFrom" or "publishedTo" => DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) ? day.ToString("D", SiteLanguage.Current.Culture) : value,
        "distanceKm" or "yearFrom" or "yearTo" => texts[$"Filter.{name}", value],
        _ => value,
    };

    [GeneratedRegex("(?<=[a-z])([A-Z0-9])")]
    private static partial Regex Words();
}
