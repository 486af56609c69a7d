using System.Text;
using PfP.ServiceDefaults.Authentication;
using PfP.Vocabularies;

namespace PfP.Identity.Members;

/// <summary>Whom a person works for, as they say it; which entity they act for is the secretariat's decision.</summary>
/// <param name="Type">Of the vocabulary organisation-types.</param>
internal sealed record Affiliation(string? Country, string? Organisation, string Type, string? Unit, string? Position)
{
    private const string NationalGovernment = "national-government";
    private const int LongestKey = 80;

    public bool IsGovernment => Type == NationalGovernment;

    /// <summary>The entity that follows from it: the country of a government, otherwise the organisation.</summary>
    public string? Entity => IsGovernment
        ? Countries.Find(Country) is { } country ? EntityKeys.OfCountry(country.Code) : null
        : Organisation is { Length: > 0 } name && Key(name) is { Length: > 0 } key ? EntityKeys.OfOrganisation(key) : null;

    /// <summary>Whether it has the shape of an entity: <c>country:MD</c>, <c>organisation:iom</c>.</summary>
    public static bool IsEntity(string? entity) =>
        EntityKeys.Country(entity) is { } code ? Countries.Find(code)?.Code == code : EntityKeys.Organisation(entity) is { Length: > 0 } key && key == Key(key);

    // As the addresses of organisations are made: ASCII letters and digits, hyphens between, and not endless.
    private static string Key(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD).Where(char.IsAscii).Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-');
        var key = string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return key[..Math.Min(key.Length, LongestKey)].TrimEnd('-');
    }
}
