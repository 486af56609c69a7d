namespace PfP.Vocabularies;

/// <summary>The value lists of PfP. Values are stable; labels may be improved.</summary>
public static class Vocabulary
{
    /// <summary>Every list by the name under which the API offers it.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Term>> All { get; } = new[]
    {
        "themes", "gcm-objectives", "sdg-targets", "regions", "practice-types", "tool-types", "session-types", "statuses", "geographic-scopes",
        "country-roles", "organisation-types", "evidence-levels", "working-groups", "call-types", "call-statuses", "languages",
        "spoken-languages",
    }.ToDictionary(name => name, Load);

    /// <summary>The 18 themes; the nine areas of the original PfP are among them.</summary>
    public static IReadOnlyList<Term> Themes => All["themes"];

    /// <summary>The 23 objectives of the Global Compact for Migration (A/RES/73/195), by number.</summary>
    public static IReadOnlyList<Term> GcmObjectives => All["gcm-objectives"];

    /// <summary>Targets of the Sustainable Development Goals that concern migration, by number.</summary>
    public static IReadOnlyList<Term> SdgTargets => All["sdg-targets"];

    /// <summary>UN M49 regions and sub-regions; countries are in <see cref="Countries"/>.</summary>
    public static IReadOnlyList<Term> Regions => All["regions"];

    public static IReadOnlyList<Term> PracticeTypes => All["practice-types"];

    public static IReadOnlyList<Term> ToolTypes => All["tool-types"];

    public static IReadOnlyList<Term> SessionTypes => All["session-types"];

    /// <summary>Implementation statuses of practices.</summary>
    public static IReadOnlyList<Term> Statuses => All["statuses"];

    public static IReadOnlyList<Term> GeographicScopes => All["geographic-scopes"];

    public static IReadOnlyList<Term> CountryRoles => All["country-roles"];

    public static IReadOnlyList<Term> OrganisationTypes => All["organisation-types"];

    public static IReadOnlyList<Term> EvidenceLevels => All["evidence-levels"];

    public static IReadOnlyList<Term> WorkingGroups => All["working-groups"];

    public static IReadOnlyList<Term> CallTypes => All["call-types"];

    public static IReadOnlyList<Term> CallStatuses => All["call-statuses"];

    /// <summary>The languages of interface and texts.</summary>
    public static IReadOnlyList<Term> Languages => All["languages"];

    /// <summary>Languages in which members can be spoken to.</summary>
    public static IReadOnlyList<Term> SpokenLanguages => All["spoken-languages"];

    /// <summary>The term of that value, or null.</summary>
    public static Term? Find(this IReadOnlyList<Term> list, string? value) => list.FirstOrDefault(term => term.Value == value);

    /// <summary>M49 codes of a region and of all regions it lies in, without the world (001); none for an unknown code.</summary>
    public static IEnumerable<string> WithRegionsAbove(string code)
    {
        for (var region = Regions.Find(code); region is not null && region.Value != "001"; region = Regions.Find(region.Parent))
        {
            yield return region.Value;
        }
    }

    private static IReadOnlyList<Term> Load(string name) =>
        [.. Embedded.Read<List<TermRow>>($"{name}.json").Select(row => new Term(row.Value, new Label(row.En, row.Fr, row.Es)) { Description = row.Description, Parent = row.Parent })];

    private sealed record TermRow(string Value, string En, string Fr, string Es, Label? Description, string? Parent);
}
