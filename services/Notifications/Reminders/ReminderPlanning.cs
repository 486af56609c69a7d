using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Calls;
using PfP.Notifications.Calls;
using PfP.Notifications.Data;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Reminders;

/// <summary>Plans the rungs of a deadline. Under the call's lock, so that followers and deadline belong together.</summary>
internal static class ReminderPlanning
{
    /// <summary>For everybody who follows the call; what waits for a deadline that it had before goes.</summary>
    public static async Task PlanRemindersAsync(this NotificationsDbContext db, KnownCall call, CancellationToken cancellationToken)
    {
        var stale = db.Reminders.AsNoTracking().Where(reminder => reminder.CallId == call.Id && reminder.ClosesAt != call.ClosesAt);
        var withdrawn = await db.WithdrawMailAsync(await stale.Select(reminder => reminder.Id).ToListAsync(cancellationToken), cancellationToken);
        // Never sent: were the call to get that deadline again, they would be planned anew.
        await db.Reminders.Where(reminder => withdrawn.Contains(reminder.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.PlanRemindersAsync(call, db.Follows.Where(follow => follow.CallId == call.Id), cancellationToken);
    }

    /// <summary>Every rung that came after both the following and the deadline, also one whose time has passed meanwhile; each once.</summary>
    public static async Task PlanRemindersAsync(this NotificationsDbContext db, KnownCall call, IQueryable<Follow> follows, CancellationToken cancellationToken)
    {
        if (call is not { State: CallStates.Published, ClosesAt: { } closesAt })
        {
            return;
        }

        var wanted = new Dictionary<Guid, (Reminder Reminder, DateTimeOffset DueAt)>();
        foreach (var (follow, clock) in await db.FollowersAsync(follows, cancellationToken))
        {
            var since = call.DeadlineSetAt > follow.FollowedAt ? call.DeadlineSetAt.Value : follow.FollowedAt;
            foreach (var days in Ladder.Rungs)
            {
                var (reminder, dueAt) = (Reminder.Of(follow.MemberId, call.Id, closesAt, days), Ladder.DueAt(closesAt, days, clock));
                if (dueAt >= since)
                {
                    wanted.Add(reminder.Id, (reminder, dueAt));
                }
            }
        }

        foreach (var id in await db.AddAsync([.. wanted.Values.Select(rung => rung.Reminder)], cancellationToken))
        {
            await db.PlanMailAsync<CallReminder>(wanted[id].Reminder.MemberId, id, wanted[id].DueAt, cancellationToken);
        }
    }

    /// <summary>What waits for the member is due by their clock as it is now.</summary>
    public static async Task MoveRemindersAsync(this NotificationsDbContext db, Guid memberId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reminders = await db.Reminders.AsNoTracking().Where(reminder => reminder.MemberId == memberId && reminder.ClosesAt > now).ToListAsync(cancellationToken);
        if (reminders.Count > 0)
        {
            var clock = await db.ClockOfAsync(memberId, cancellationToken);
            foreach (var reminder in reminders)
            {
                await db.MoveMailAsync(memberId, reminder.Id, Ladder.DueAt(reminder.ClosesAt, reminder.Days, clock), cancellationToken);
            }
        }
    }

    public static async Task<MemberClock> ClockOfAsync(this NotificationsDbContext db, Guid memberId, CancellationToken cancellationToken) => MemberClock.Of(
        await db.Members.Where(member => member.Id == memberId).Select(member => member.TimeZone).SingleOrDefaultAsync(cancellationToken),
        await db.Preferences.Where(chosen => chosen.MemberId == memberId).Select(chosen => (int?)chosen.Hour).SingleOrDefaultAsync(cancellationToken));

    private static async Task<List<(Follow Follow, MemberClock Clock)>> FollowersAsync(
        this NotificationsDbContext db, IQueryable<Follow> follows, CancellationToken cancellationToken)
    {
        // A member who moves to another zone, or chooses another hour, meanwhile waits until these are planned, and then moves them.
        var ids = await follows.Select(follow => follow.MemberId).ToArrayAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select 1 from members where id = any({ids}) order by id for share", cancellationToken);
        var rows = await (
            from follow in follows.AsNoTracking()
            join member in db.Members on follow.MemberId equals member.Id into members
            from member in members.DefaultIfEmpty()
            join chosen in db.Preferences on follow.MemberId equals chosen.MemberId into preferences
            from chosen in preferences.DefaultIfEmpty()
            select new { follow, TimeZone = member == null ? null : member.TimeZone, Hour = chosen == null ? null : (int?)chosen.Hour }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.follow, MemberClock.Of(row.TimeZone, row.Hour)))];
    }

    /// <returns>Those that were not planned before.</returns>
    private static async Task<List<Guid>> AddAsync(this NotificationsDbContext db, Reminder[] reminders, CancellationToken cancellationToken)
    {
        var (ids, members, calls) = (reminders.Select(row => row.Id).ToArray(), reminders.Select(row => row.MemberId).ToArray(), reminders.Select(row => row.CallId).ToArray());
        var (closings, days) = (reminders.Select(row => row.ClosesAt).ToArray(), reminders.Select(row => row.Days).ToArray());
        return await db.Database.SqlQuery<Guid>(
            $"""
            insert into reminders (id, member_id, call_id, closes_at, days) select * from unnest({ids}, {members}, {calls}, {closings}, {days})
            on conflict (id) do nothing returning id as "Value"
            """).ToListAsync(cancellationToken);
    }
}
