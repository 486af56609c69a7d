using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Follows;

internal static class ListFollows
{
    public static async Task<Results<Ok<IReadOnlyList<FollowedCall>>, ValidationProblem>> HandleAsync(
        string? lang, ClaimsPrincipal user, NotificationsDbContext db, CancellationToken cancellationToken)
    {
        if (AskedLanguage.Errors(lang) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var memberId = user.MemberId();
        var followed = await db.Follows.AsNoTracking().Where(follow => follow.MemberId == memberId)
            .Join(db.Calls, follow => follow.CallId, call => call.Id, (follow, call) => new { call, follow.FollowedAt })
            .OrderByDescending(row => row.FollowedAt).ThenBy(row => row.call.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<FollowedCall>>([.. followed.Select(row =>
        {
            var (call, language) = (row.call, row.call.LanguageFor(AskedLanguage.OrEnglish(lang)));
            return new FollowedCall(call.Id, call.Path, call.Titles[language], language, call.State, call.ClosesAt, row.FollowedAt);
        })]);
    }
}
