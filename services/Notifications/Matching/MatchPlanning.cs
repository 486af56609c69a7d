using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Calls;
using PfP.Notifications.Choices;
using PfP.Notifications.Data;
using PfP.Notifications.Members;

namespace PfP.Notifications.Matching;

internal static class MatchPlanning
{
    /// <summary>
    /// Plans a mail for everybody whom the call is for and who does not follow it already: once for each of them and the call, however often
    /// it opens. Under the call's lock.
    /// </summary>
    public static async Task PlanMatchesAsync(this NotificationsDbContext db, KnownCall call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!call.IsOpenAt(now))
        {
            return;
        }

        Guid[] members = [.. (await db.MatchesToTellAsync(call, now, cancellationToken)).Select(match => match.MemberId)];
        foreach (var member in await db.AddAsync(call.Id, members, cancellationToken))
        {
            await db.PlanQuietlyAsync<CallMatch>(member, call.Id, now, cancellationToken);
        }
    }

    /// <summary>Whom the call is for, but for those who follow it and hear of it as such, and those who said that it is not for them.</summary>
    public static async Task<IReadOnlyList<Match>> MatchesToTellAsync(this NotificationsDbContext db, KnownCall call, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await db.MatchesAsync(call.Wanted, now, cancellationToken))
            .ExceptBy(await db.Follows.Where(follow => follow.CallId == call.Id).Select(follow => follow.MemberId).ToListAsync(cancellationToken), match => match.MemberId)
            .ExceptBy(await db.NotForUs.Where(said => said.CallId == call.Id).Select(said => said.MemberId).ToListAsync(cancellationToken), match => match.MemberId)];

    /// <returns>Those who were not planned for before. Who is erased meanwhile waits until this is done, and then goes with it.</returns>
    private static Task<List<Guid>> AddAsync(this NotificationsDbContext db, Guid callId, Guid[] members, CancellationToken cancellationToken) => db.Database.SqlQuery<Guid>(
        $"""
        insert into matches (member_id, call_id)
        select id, {callId} from (select id from members where id = any({members}) and state = {MemberStates.Member} order by id for share) as held
        on conflict (member_id, call_id) do nothing returning member_id as "Value"
        """).ToListAsync(cancellationToken);
}
