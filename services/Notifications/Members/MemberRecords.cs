using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Notifications.Data;

namespace PfP.Notifications.Members;

/// <summary>Keeps members as their events tell, in whatever order these come.</summary>
internal static class MemberRecords
{
    public static Task ApproveAsync(this NotificationsDbContext db, MemberApproved approved, CancellationToken cancellationToken) =>
        KeepAsync(db, approved.MemberId, approved.Version, MemberStates.Member, approved.Contact, null, cancellationToken);

    public static Task RefuseAsync(this NotificationsDbContext db, MemberRefused refused, CancellationToken cancellationToken) =>
        KeepAsync(db, refused.MemberId, refused.Version, MemberStates.Refused, refused.Contact, refused.Reason, cancellationToken);

    /// <summary>A change that overtook the approval is a member's all the same: nobody else has a profile to change.</summary>
    public static Task ChangeAsync(this NotificationsDbContext db, MemberContactChanged changed, CancellationToken cancellationToken) =>
        KeepAsync(db, changed.MemberId, changed.Version, MemberStates.Member, changed.Contact, null, cancellationToken);

    /// <summary>Leaves the version, so that an event that comes late does not bring the person back.</summary>
    public static Task EraseAsync(this NotificationsDbContext db, MemberErased erased, CancellationToken cancellationToken) =>
        KeepAsync(db, erased.MemberId, erased.Version, MemberStates.Erased, null, null, cancellationToken);

    /// <summary>The member, who may have been erased; throws where no event told of them yet, so that what asks waits.</summary>
    public static async Task<Member> MemberAsync(this NotificationsDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == id, cancellationToken)
            ?? throw new MemberNotKnownYetException($"No event told of member {id} yet.");

    /// <summary>
    /// Until the transaction ends, no event changes the member. False for who was erased, and whose token lives on for some minutes: nothing is
    /// to be kept of them.
    /// </summary>
    public static async Task<bool> HoldMemberAsync(this NotificationsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var states = await db.Database.SqlQuery<string>($"select state as \"Value\" from members where id = {id} for update").ToListAsync(cancellationToken);
        return !states.Contains(MemberStates.Erased);
    }

    private static Task<int> KeepAsync(
        NotificationsDbContext db, Guid id, int version, string state, MemberContact? contact, string? refusal, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into members (id, version, state, name, email, language, time_zone, refusal)
            values ({id}, {version}, {state}, {contact?.Name}, {contact?.Email}, {contact?.Language}, {contact?.TimeZone}, {refusal})
            on conflict (id) do update set
                version = excluded.version, state = excluded.state, name = excluded.name, email = excluded.email,
                language = excluded.language, time_zone = excluded.time_zone, refusal = excluded.refusal
            where members.version < excluded.version
            """,
            cancellationToken);
}

/// <summary>Events come in no promised order.</summary>
internal sealed class MemberNotKnownYetException(string message) : Exception(message);
