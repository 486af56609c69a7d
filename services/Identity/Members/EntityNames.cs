using PfP.Design.Languages;
using PfP.Vocabularies;

namespace PfP.Identity.Members;

/// <summary>How a country or organisation is called on a page.</summary>
internal static class EntityNames
{
    public static string? Of(string? entity, Affiliation affiliation) =>
        entity is not null && entity.StartsWith(Affiliation.CountryPrefix, StringComparison.Ordinal)
            ? Countries.Find(entity[Affiliation.CountryPrefix.Length..])?.Name.In(SiteLanguage.Current.Code)
            : affiliation.Organisation ?? Countries.Find(affiliation.Country)?.Name.In(SiteLanguage.Current.Code);
}
