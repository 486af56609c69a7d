using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Import;
using PfP.Contracts;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;
using PfP.ServiceDefaults.Input;
using PfP.ServiceDefaults.Reports;

namespace PfP.Catalogue.Reviews;

/// <summary>A year of the catalogue in numbers, for the secretariat's review: what happened to entries that are public now.</summary>
internal static class GetYear
{
    public static void MapYears(this IEndpointRouteBuilder app) => app.MapGet("/api/catalogue/years/{year:int}", HandleAsync)
        .WithTags("review").RequireAuthorization(Policies.Moderator).WithNoStore()
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
        .WithSummary("How many entries were updated in a year, what was recorded of follow-ups, and which recommendations had one, by country and theme.");

    private static async Task<Results<Ok<CatalogueYear>, ValidationProblem>> HandleAsync(int year, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!CalendarYear.Exists(year))
        {
            return Breach.Answer([new Breach("year", CalendarYear.Rule)]);
        }

        var (asked, now) = (new CalendarYear(year), clock.GetUtcNow());
        var followUps = await FollowUp.AllAsync(db, cancellationToken);
        var recorded = followUps.Where(link => link.IsStanding && link.SaidAt >= asked.Start && link.SaidAt < asked.End).ToList();
        var (followed, unfollowed) = await RecommendationsAsync(db, followUps, asked, now, cancellationToken);
        return TypedResults.Ok(new CatalogueYear(
            year,
            await FirstAsync(db, cancellationToken),
            await UpdatedAsync(db, asked, cancellationToken),
            recorded.ConvertAll(link => new Counted(link.Countries, link.Themes)).ToFigure(),
            recorded.Count(link => link.Relation == ChainRelations.Updates),
            recorded.Count(link => link.Relation == ChainRelations.Adapts),
            followed,
            unfollowed));
    }

    private static async Task<YearFigure> UpdatedAsync(CatalogueDbContext db, CalendarYear year, CancellationToken cancellationToken)
    {
        var updates = db.Audit.Where(record => record.Action == EntryPublication.Updated && record.Actor != RowDepartures.Actor && record.At >= year.Start && record.At < year.End);
        var entries = await db.Entries.Public().Where(entry => updates.Any(record => record.SubjectId == entry.Id)).Select(entry => new { entry.Countries, entry.Themes }).ToListAsync(cancellationToken);
        return entries.ConvertAll(entry => new Counted(entry.Countries, entry.Themes)).ToFigure();
    }

    // Of a record of the archive without a day it is known at least that it is older than its import.
    private static async Task<(YearFigure Followed, YearFigure Unfollowed)> RecommendationsAsync(
        CatalogueDbContext db, IReadOnlyList<FollowUp> followUps, CalendarYear year, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lastDay = DateOnly.FromDateTime(year.End.UtcDateTime).AddDays(-1);
        var there = year.Start > now ? [] : await db.Entries.Public()
            .Where(entry => entry.Kind == EntryKinds.Recommendation && (entry.PublishedAt != null ? entry.PublishedAt < year.End : entry.DateAdded == null || entry.DateAdded <= lastDay))
            .Select(entry => new { entry.Id, entry.Countries, entry.Themes }).ToListAsync(cancellationToken);
        var followed = followUps.Where(link => link.StoodAt(year.End)).Select(link => link.From).ToHashSet();
        var split = there.ToLookup(entry => followed.Contains(entry.Id), entry => new Counted(entry.Countries, entry.Themes));
        return (split[true].ToList().ToFigure(), split[false].ToList().ToFigure());
    }

    private static async Task<int?> FirstAsync(CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var published = await db.Entries.Public().MinAsync(entry => entry.PublishedAt, cancellationToken);
        var added = await db.Entries.Public().Where(entry => entry.PublishedAt == null).MinAsync(entry => entry.DateAdded, cancellationToken);
        return new[] { published?.UtcDateTime.Year, added?.Year }.Min();
    }
}
