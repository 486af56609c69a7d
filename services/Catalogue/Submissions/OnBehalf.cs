using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>What the secretariat enters for a country or an organisation.</summary>
internal static class OnBehalf
{
    public const string Field = "onBehalfOf";

    /// <summary>Why the secretariat cannot enter something for it.</summary>
    public static async Task<IReadOnlyList<Breach>> CheckOwnerAsync(this CatalogueDbContext db, string owner, Contributor contributor, CancellationToken cancellationToken)
    {
        var isKnown = EntityKeys.Country(owner) is { } code ? IsoCountries.Find(code)?.Code == code
            : EntityKeys.Organisation(owner) is { } slug && await db.Organisations.AnyAsync(organisation => organisation.Slug == slug, cancellationToken);
        return !isKnown ? [new Breach(Field, "It is no country or organisation of the catalogue.")]
            : owner == contributor.Entity ? [new Breach(Field, "It is your own.")]
            : [];
    }

    /// <summary>Apart from the keys of its members, in which there is no blank.</summary>
    public static string? KeyOf(string? key) => key is null ? null : $"on behalf {key}";
}
