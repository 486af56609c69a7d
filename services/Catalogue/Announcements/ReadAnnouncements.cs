using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Announcements;

/// <summary>Announcements whose day has come, for everybody.</summary>
internal static class ReadAnnouncements
{
    private const string Newest = "newest";

    /// <param name="sort"><c>newest</c>, or by default events to come, the next one first, and then everything else by its day.</param>
    public static async Task<Results<Ok<Page<AnnouncementItem>>, ValidationProblem>> ListAsync(
        [FromQuery] string? sort, [AsParameters] PagingInLanguage paging, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = paging.Errors();
        if (sort is not (null or Newest))
        {
            errors["sort"] = [$"'{sort}' is not {Newest}."];
        }

        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var now = clock.GetUtcNow();
        // What the reader's language does not have is read in English.
        string[] languages = [AskedLanguage.OrEnglish(paging.Language), "en"];
        var shown = Shown(db, now).Where(announcement => languages.Contains(announcement.Language));
        var ordered = sort == Newest
            ? shown.OrderByDescending(announcement => announcement.ShownFrom)
            : shown.OrderBy(announcement => announcement.EndsAt > now ? announcement.StartsAt : null).ThenByDescending(announcement => announcement.ShownFrom);
        var total = await shown.CountAsync(cancellationToken);
        var page = await ordered.ThenByDescending(announcement => announcement.Id).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<AnnouncementItem>(total, paging.Number, paging.Size, [.. page.Select(announcement => Item(announcement, now))]));
    }

    public static async Task<Results<Ok<AnnouncementItem>, NotFound>> GetAsync(Guid id, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken) =>
        await Shown(db, clock.GetUtcNow()).FirstOrDefaultAsync(announcement => announcement.Id == id, cancellationToken) is { } announcement
            ? TypedResults.Ok(Item(announcement, clock.GetUtcNow()))
            : TypedResults.NotFound();

    private static IQueryable<Announcement> Shown(CatalogueDbContext db, DateTimeOffset now)
    {
        var today = Today(now);
        return db.Announcements.AsNoTracking().Where(announcement => announcement.WithdrawnAt == null && announcement.ShownFrom <= today);
    }

    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private static AnnouncementItem Item(Announcement announcement, DateTimeOffset now) => new(
        announcement.Id, $"/announcements/{announcement.Id}", announcement.Title, announcement.Text, announcement.Language, announcement.ShownFrom, announcement.Link,
        announcement.Event is { } dates
            ? new(dates.From, dates.FromTime, dates.To, dates.ToTime, dates.Place, dates.Zone, announcement.StartsAt!.Value, announcement.EndsAt!.Value, announcement.EndsAt > now)
            : null,
        announcement.Version, announcement.ChangedAt);
}
