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

        var members = (await db.MatchesAsync(call.Wanted, now, cancellationToken)).Select(match => match.MemberId)
            .Except(await db.Follows.Where(follow => follow.CallId == call.Id).Select(follow => follow.MemberId).ToListAsync(cancellationToken))
            .Except(await db.NotForUs.Where(said => said.CallId == call.Id).Select(said => said.MemberId).ToListAsync(cancellationToken)).ToArray();
        foreach (var member in await db.AddAsync(call.Id, members, cancellationToken))
        {
            await db.PlanQuietlyAsync<CallMatch>(member, call.Id, now, cancellationToken);
        }
    }

    /// <returns>Those who were not planned for before. Who is erased meanwhile waits until this is done, and then goes with it.</returns>
    private static Task<List<Guid>> AddAsync(this NotificationsDbContext db, Guid callId, Guid[] members, CancellationToken cancellationToken) => db.Database.SqlQuery<Guid>(
        $"""
        insert into matches (member_id, call_id)
        select id, {callId} from (select id from members where id = any({members}) and state = {MemberStates.Member} order by id for share) as held
        on conflict (member_id, call_id) do nothing returning member_id as "Value"
        """).ToListAsync(cancellationToken);
}
