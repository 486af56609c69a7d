using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.Vocabularies;

namespace PfP.Catalogue.Countries;

internal static class CountriesApi
{
    private static readonly TimeSpan CountsLifetime = TimeSpan.FromSeconds(10);

    public static void MapCountries(this IEndpointRouteBuilder api)
    {
        var countries = api.MapGroup("countries").WithTags("countries");
        countries.MapGet("/", ListAsync);
        countries.MapGet("/{code}", GetAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<CountryResponse>>, ValidationProblem>> ListAsync(
        string? lang, CatalogueDbContext db, IMemoryCache cache, CancellationToken cancellationToken)
    {
        if (AskedLanguage.Errors(lang) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var byName = StringComparer.Create(CultureInfo.GetCultureInfo(AskedLanguage.OrEnglish(lang)), ignoreCase: true);
        // Counting looks at every entry; the list may be a moment behind, a country's own page is not.
        var counts = await cache.GetOrCreateAsync(nameof(CountriesApi), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = CountsLifetime;
            return CountAsync(db.Entries.Public(), cancellationToken);
        });
        var countries = await ReadAsync(db, IsoCountries.All, counts!, AskedLanguage.OrEnglish(lang), cancellationToken);
        return TypedResults.Ok<IReadOnlyList<CountryResponse>>([.. countries.OrderBy(country => country.Name, byName)]);
    }

    private static async Task<Results<Ok<CountryResponse>, NotFound, ValidationProblem>> GetAsync(string code, string? lang, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (AskedLanguage.Errors(lang) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        if (IsoCountries.Find(code) is not { } country)
        {
            return TypedResults.NotFound();
        }

        string[] codes = [country.Code];
        var counts = await CountAsync(db.Entries.Public().Where(entry => entry.Countries.Any(named => codes.Contains(named))), cancellationToken);
        return TypedResults.Ok((await ReadAsync(db, [country], counts, AskedLanguage.OrEnglish(lang), cancellationToken))[0]);
    }

    private static async Task<Dictionary<(string Code, string Kind), int>> CountAsync(IQueryable<Entry> entries, CancellationToken cancellationToken) =>
        await entries
            .SelectMany(entry => entry.Countries, (entry, code) => new { entry.Kind, Code = code })
            .GroupBy(place => new { place.Kind, place.Code })
            .Select(group => new { group.Key.Kind, group.Key.Code, Entries = group.Count() })
            .ToDictionaryAsync(count => (count.Code, count.Kind), count => count.Entries, cancellationToken);

    private static async Task<List<CountryResponse>> ReadAsync(
        CatalogueDbContext db, IReadOnlyList<Country> countries, Dictionary<(string Code, string Kind), int> counts, string language, CancellationToken cancellationToken)
    {
        var codes = countries.Select(country => country.Code).ToArray();
        var profiles = (await db.MigrationProfiles.AsNoTracking()
            .Where(profile => profile.WithdrawnAt == null && codes.Contains(profile.Country))
            .OrderByDescending(profile => profile.Year).ThenBy(profile => profile.Language)
            .ToListAsync(cancellationToken)).ToLookup(profile => profile.Country);
        return
        [
            .. countries.Select(country => new CountryResponse(
                country.Code,
                country.Iso3,
                country.M49,
                country.Name.In(language),
                country.Latitude,
                country.Longitude,
                country.Region,
                country.SubRegion,
                counts.GetValueOrDefault((country.Code, EntryKinds.Practice)),
                counts.GetValueOrDefault((country.Code, EntryKinds.Tool)),
                counts.GetValueOrDefault((country.Code, EntryKinds.Session)),
                [.. profiles[country.Code].Select(profile => new MigrationProfileResponse(profile.Year, profile.Language, profile.Url, profile.Title))])),
        ];
    }
}
