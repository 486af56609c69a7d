using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Follows;

internal static class ListEntryFollows
{
    public static async Task<Results<Ok<IReadOnlyList<FollowedEntry>>, ValidationProblem>> HandleAsync(
        string? lang, ClaimsPrincipal user, NotificationsDbContext db, CancellationToken cancellationToken) => AskedLanguage.Errors(lang) is { Count: > 0 } errors
            ? TypedResults.ValidationProblem(errors)
            : TypedResults.Ok<IReadOnlyList<FollowedEntry>>(await FollowedAsync(db, user.MemberId(), null, lang, cancellationToken));

    public static async Task<Results<Ok<FollowedEntry>, NotFound, ValidationProblem>> OneAsync(
        Guid entryId, string? lang, ClaimsPrincipal user, NotificationsDbContext db, CancellationToken cancellationToken)
    {
        if (AskedLanguage.Errors(lang) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        return await FollowedAsync(db, user.MemberId(), entryId, lang, cancellationToken) is [var followed] ? TypedResults.Ok(followed) : TypedResults.NotFound();
    }

    // One that is withdrawn may come back, and then is followed still.
    private static async Task<List<FollowedEntry>> FollowedAsync(NotificationsDbContext db, Guid? memberId, Guid? only, string? lang, CancellationToken cancellationToken)
    {
        var followed = await db.EntryFollows.AsNoTracking().Where(follow => follow.MemberId == memberId && (only == null || follow.EntryId == only))
            .Join(db.Entries.Where(entry => !entry.Withdrawn), follow => follow.EntryId, entry => entry.Id, (follow, entry) => new { entry, follow.FollowedAt })
            .OrderByDescending(row => row.FollowedAt).ThenBy(row => row.entry.Id).ToListAsync(cancellationToken);
        return [.. followed.Select(row =>
        {
            var (entry, language) = (row.entry, row.entry.LanguageFor(AskedLanguage.OrEnglish(lang)));
            return new FollowedEntry(entry.Id, entry.Kind, entry.Path, entry.Titles[language], language, row.FollowedAt);
        })];
    }
}
