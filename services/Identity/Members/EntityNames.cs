using PfP.Design.Languages;
using PfP.ServiceDefaults.Authentication;
using PfP.Vocabularies;

namespace PfP.Identity.Members;

/// <summary>How a country or organisation is called on a page.</summary>
internal static class EntityNames
{
    public static string? Of(string? entity, Affiliation affiliation) =>
        EntityKeys.Country(entity) is { } code
            ? Countries.Find(code)?.Name.In(SiteLanguage.Current.Code)
            : affiliation.Organisation ?? Countries.Find(affiliation.Country)?.Name.In(SiteLanguage.Current.Code);
}
