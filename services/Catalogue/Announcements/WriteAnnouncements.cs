using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;
using AnnouncementResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<PfP.Contracts.Catalogue.Api.AnnouncementDraft>,
    Microsoft.AspNetCore.Http.HttpResults.ValidationProblem,
    Microsoft.AspNetCore.Http.HttpResults.NotFound,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace PfP.Catalogue.Announcements;

/// <summary>The secretariat writes, changes and withdraws announcements.</summary>
internal static class WriteAnnouncements
{
    private const string KeyIndex = "announcements_key";
    private const string Subject = "announcement";

    public static async Task<Results<Ok<Page<AnnouncementDraft>>, ValidationProblem>> ListAsync(
        [AsParameters] Paging paging, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var total = await db.Announcements.CountAsync(cancellationToken);
        var page = await db.Announcements.AsNoTracking().OrderByDescending(announcement => announcement.ShownFrom).ThenByDescending(announcement => announcement.Id)
            .Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<AnnouncementDraft>(total, paging.Number, paging.Size, [.. page.Select(announcement => Draft(announcement, clock))]));
    }

    public static async Task<Results<Ok<AnnouncementDraft>, NotFound>> GetAsync(Guid id, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken) =>
        await db.Announcements.AsNoTracking().FirstOrDefaultAsync(announcement => announcement.Id == id, cancellationToken) is { } announcement
            ? Answer(announcement, clock, response)
            : TypedResults.NotFound();

    public static async Task<Results<Created<AnnouncementDraft>, ValidationProblem>> AddAsync(
        AnnouncementForm form, IdempotencyKey key, Contributor contributor, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (content, breaches) = AnnouncementRules.Read(form);
        if (content is null)
        {
            return Breach.Answer(breaches);
        }

        var known = key.Value is null ? null : await OfKeyAsync(db, key, cancellationToken);
        var announcement = known ?? Announcement.Create(content, key.Value, clock.GetUtcNow());
        if (known is null)
        {
            db.Announcements.Add(announcement);
            Record(db, announcement, "added", StoredJson.Changes(null, content), contributor);
            if (!await db.TryCreateAsync(KeyIndex, cancellationToken))
            {
                announcement = (await OfKeyAsync(db, key, cancellationToken))!;
            }
        }

        return TypedResults.Created($"/api/catalogue/announcements/desk/{announcement.Id}", Draft(announcement, clock));
    }

    public static async Task<AnnouncementResult> ChangeAsync(
        Guid id, AnnouncementForm form, IfMatch match, Contributor contributor, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var (announcement, obstacle) = await TakeAsync(id, match, db, cancellationToken);
        if (announcement is null)
        {
            return obstacle!;
        }

        var (content, breaches) = AnnouncementRules.Read(form);
        if (content is null)
        {
            return Breach.Answer(breaches);
        }

        if (StoredJson.Changes(announcement.Content, content) is { Length: > 0 } fields)
        {
            announcement.Say(content, clock.GetUtcNow());
            Record(db, announcement, "changed", fields, contributor);
            await db.SaveChangesAsync(cancellationToken);
        }

        return Answer(announcement, clock, response);
    }

    public static async Task<AnnouncementResult> WithdrawAsync(
        Guid id, IfMatch match, Contributor contributor, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var (announcement, obstacle) = await TakeAsync(id, match, db, cancellationToken);
        if (announcement is null)
        {
            return obstacle!;
        }

        announcement.Withdraw(clock.GetUtcNow());
        Record(db, announcement, "withdrawn", [], contributor);
        await db.SaveChangesAsync(cancellationToken);
        return Answer(announcement, clock, response);
    }

    /// <returns>The one, tracked, or why it is not changed.</returns>
    private static async Task<(Announcement? Announcement, AnnouncementResult? Obstacle)> TakeAsync(Guid id, IfMatch match, CatalogueDbContext db, CancellationToken cancellationToken) =>
        await db.Announcements.FirstOrDefaultAsync(announcement => announcement.Id == id, cancellationToken) switch
        {
            null => (null, TypedResults.NotFound()),
            { } announcement when announcement.Version != match.Version => (null, IfMatch.Outdated(announcement.Version)),
            { WithdrawnAt: not null } => (null, TypedResults.Problem("It was withdrawn.", statusCode: StatusCodes.Status409Conflict)),
            { } announcement => (announcement, null),
        };

    private static Task<Announcement?> OfKeyAsync(CatalogueDbContext db, IdempotencyKey key, CancellationToken cancellationToken) =>
        db.Announcements.FirstOrDefaultAsync(announcement => announcement.IdempotencyKey == key.Value, cancellationToken);

    private static void Record(CatalogueDbContext db, Announcement announcement, string action, string[] fields, Contributor contributor) =>
        db.Audit.Add(new AuditRecord(announcement.ChangedAt, contributor.Actor, action, Subject, announcement.Id, announcement.Version, fields));

    private static Ok<AnnouncementDraft> Answer(Announcement announcement, TimeProvider clock, HttpResponse response)
    {
        response.Headers.ETag = IfMatch.TagOf(announcement.Version);
        return TypedResults.Ok(Draft(announcement, clock));
    }

    private static AnnouncementDraft Draft(Announcement announcement, TimeProvider clock) => new(
        announcement.Id,
        AnnouncementRules.FormOf(announcement.Content),
        announcement.WithdrawnAt is not null ? AnnouncementStates.Withdrawn
            : announcement.ShownFrom > ReadAnnouncements.Today(clock.GetUtcNow()) ? AnnouncementStates.Planned
            : AnnouncementStates.Shown,
        announcement.Version);
}
