using System.Collections.Frozen;
using System.Globalization;

namespace PfP.Vocabularies;

/// <summary>A country or territory of ISO 3166-1.</summary>
/// <param name="Code">Alpha-2, upper case.</param>
/// <param name="M49">Three digits.</param>
/// <param name="Latitude">Of a point within it or near its middle, in degrees.</param>
/// <param name="Aliases">Other names it is known by, in any of the three languages.</param>
/// <param name="Demonyms">What its people and its things are called in the three languages, such as Moldovan, Moldave, moldavo.</param>
/// <param name="Regions">M49 codes of all regions it lies in, without the world (001); none for Antarctica.</param>
public sealed record Country(string Code, string Iso3, string M49, Label Name, double Latitude, double Longitude, IReadOnlyList<string> Aliases, string? Arabic,
    IReadOnlyList<string> Demonyms, IReadOnlyList<string> Regions)
{
    private static readonly FrozenSet<string> Continents = FrozenSet.Create("002", "009", "019", "142", "150");
    private static readonly FrozenSet<string> Intermediate = FrozenSet.Create("202", "419");

    /// <summary>One of the five M49 regions (002, 009, 019, 142, 150); 001 for Antarctica.</summary>
    public string Region => Regions.FirstOrDefault(Continents.Contains) ?? "001";

    /// <summary>The smallest M49 region it lies in.</summary>
    public string SubRegion => Regions.FirstOrDefault(code => !Continents.Contains(code) && !Intermediate.Contains(code)) ?? Region;
}

/// <summary>All countries and territories of ISO 3166-1, by code.</summary>
public static class Countries
{
    public static IReadOnlyList<Country> All { get; } = Embedded.Read<List<Country>>("countries.json");

    private static readonly FrozenDictionary<string, Country> ByCode = All.ToFrozenDictionary(country => country.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The country of that alpha-2 code, in any case.</summary>
    public static Country? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>Codes and names for a list to choose from, sorted as the language sorts.</summary>
    public static IEnumerable<(string Code, string Name)> InAlphabet(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return All.Select(country => (country.Code, Name: country.Name.In(culture.TwoLetterISOLanguageName)))
            .OrderBy(country => country.Name, StringComparer.Create(culture, ignoreCase: true));
    }

    public static IEnumerable<Country> InRegion(string m49) => m49 == "001" ? All : All.Where(country => country.Regions.Contains(m49));
}
