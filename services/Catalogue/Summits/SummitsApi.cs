using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Summits;

internal static class SummitsApi
{
    public static void MapSummits(this IEndpointRouteBuilder api)
    {
        var summits = api.MapGroup("summits").WithTags("summits");
        summits.MapGet("/", ListAsync);
        summits.MapGet("/{number:int}", GetAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<SummitResponse>>, ValidationProblem>> ListAsync(string? lang, CatalogueDbContext db, CancellationToken cancellationToken) =>
        AskedLanguage.Errors(lang) is { Count: > 0 } errors
            ? TypedResults.ValidationProblem(errors)
            : TypedResults.Ok(await ReadAsync(db, db.Summits, lang, cancellationToken));

    private static async Task<Results<Ok<SummitResponse>, NotFound, ValidationProblem>> GetAsync(int number, string? lang, CatalogueDbContext db, CancellationToken cancellationToken) =>
        AskedLanguage.Errors(lang) is { Count: > 0 } errors ? TypedResults.ValidationProblem(errors)
        : (await ReadAsync(db, db.Summits.Where(summit => summit.Number == number), lang, cancellationToken)).SingleOrDefault() is { } summit ? TypedResults.Ok(summit)
        : TypedResults.NotFound();

    private static async Task<IReadOnlyList<SummitResponse>> ReadAsync(CatalogueDbContext db, IQueryable<Summit> wanted, string? lang, CancellationToken cancellationToken)
    {
        var summits = await wanted.AsNoTracking().OrderByDescending(summit => summit.Number).ToListAsync(cancellationToken);
        var numbers = summits.Select(summit => summit.Number).ToArray();
        var shown = await db.Entries.Public()
            .Where(entry => entry.Kind == EntryKinds.Practice || entry.Kind == EntryKinds.Tool)
            .SelectMany(entry => entry.Summits)
            .Where(number => numbers.Contains(number))
            .GroupBy(number => number)
            .Select(group => new { Number = group.Key, Entries = group.Count() })
            .ToDictionaryAsync(group => group.Number, group => group.Entries, cancellationToken);
        var sessions = await db.Entries.AsNoTracking().Public()
            .Where(entry => entry.Kind == EntryKinds.Session && entry.Summits.Any(number => numbers.Contains(number)))
            .OrderBy(entry => entry.Title)
            .ToListAsync(cancellationToken);
        return
        [
            .. summits.Select(summit => Response(
                summit,
                shown.GetValueOrDefault(summit.Number),
                [.. sessions.Where(session => session.Summits.Contains(summit.Number)).Select(session => EntryResponses.Link(session, AskedLanguage.OrEnglish(lang)))])),
        ];
    }

    private static SummitResponse Response(Summit summit, int entries, IReadOnlyList<EntryLink> sessions) =>
        new(summit.Number, summit.Year, summit.City, summit.HostCountry, summit.StartDate, summit.EndDate, summit.Themes, entries, sessions)
        {
            Sources = [.. summit.Sources.Select(EntryResponses.Source)],
        };
}
