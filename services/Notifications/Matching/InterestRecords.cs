using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.Notifications.Members;

namespace PfP.Notifications.Matching;

/// <summary>Keeps what members offer as their events tell, in whatever order these come.</summary>
internal static class InterestRecords
{
    /// <summary>Until the transaction ends, the member is not erased, or nothing of what they offer is kept.</summary>
    public static Task LockInterestsAsync(this NotificationsDbContext db, Guid memberId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"interests/{memberId}"}, 0))", cancellationToken);

    /// <summary>Under the lock. Nothing is kept of who was erased.</summary>
    public static Task KeepAsync(this NotificationsDbContext db, MemberInterestsChanged changed, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        insert into interests (member_id, version, offers) select {changed.MemberId}, {changed.Version}, {changed.Offers.ToArray()}
        where not exists (select 1 from members where id = {changed.MemberId} and state = {MemberStates.Erased})
        on conflict (member_id) do update set version = excluded.version, offers = excluded.offers where interests.version < excluded.version
        """,
        cancellationToken);

    public static async Task ForgetMatchesAsync(this NotificationsDbContext db, Guid memberId, CancellationToken cancellationToken)
    {
        await db.Interests.Where(interests => interests.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.NotForUs.Where(said => said.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"delete from matches where member_id = {memberId}", cancellationToken);
    }
}
