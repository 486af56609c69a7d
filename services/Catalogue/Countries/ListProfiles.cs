using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.Vocabularies;

namespace PfP.Catalogue.Countries;

internal static class ListProfiles
{
    /// <param name="country">ISO 3166-1 alpha-2; a repeated parameter means "or".</param>
    public static async Task<Results<Ok<Page<MigrationProfileItem>>, ValidationProblem>> HandleAsync(
        string[]? country, [AsParameters] PagingInLanguage paging, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var errors = paging.Errors();
        errors.CheckCountries("country", country);
        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var language = AskedLanguage.OrEnglish(paging.Language);
        var profiles = db.MigrationProfiles.AsNoTracking().Where(profile => profile.WithdrawnAt == null);
        if (country is { Length: > 0 })
        {
            var asked = country.Select(code => code.ToUpperInvariant()).ToArray();
            profiles = profiles.Where(profile => asked.Contains(profile.Country));
        }

        var codes = InAlphabet(language);
        var total = await profiles.CountAsync(cancellationToken);
        var page = await profiles
            .OrderBy(profile => Array.IndexOf(codes, profile.Country)).ThenByDescending(profile => profile.Year).ThenBy(profile => profile.Language)
            .Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<MigrationProfileItem>(total, paging.Number, paging.Size, [.. page.Select(profile => profile.Item(language))]));
    }

    // Names are not in the database: it sorts by their order here.
    private static string[] InAlphabet(string language) =>
        [.. IsoCountries.InAlphabet(CultureInfo.GetCultureInfo(language)).Select(country => country.Code)];
}
