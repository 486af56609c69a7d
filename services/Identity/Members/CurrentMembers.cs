using Microsoft.EntityFrameworkCore;
using PfP.Identity.Data;

namespace PfP.Identity.Members;

internal static class CurrentMembers
{
    /// <summary>Approved, and not expired.</summary>
    public static IQueryable<Member> CurrentAt(this IQueryable<Member> members, DateTimeOffset now) =>
        members.Where(member => member.State == MemberState.Approved && (member.ExpiresAt == null || member.ExpiresAt > now));

    /// <summary>Whom this reader finds: a member who hides is there for the secretariat only.</summary>
    public static IQueryable<Member> FoundBy(this IQueryable<Member> members, Reader reader, DateTimeOffset now)
    {
        var current = members.CurrentAt(now);
        return reader.IsStaff ? current : current.Where(member => !member.Directory.Hidden);
    }

    /// <summary>An access token may outlive a membership by minutes: whoever writes is looked up.</summary>
    public static Task<bool> MayWriteAsync(this IdentityDbContext db, Reader reader, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Members.CurrentAt(now).AnyAsync(member => member.Id == reader.Id, cancellationToken);

    /// <summary>What one of these members does waits until what another request does in their name is done, for the rest of the transaction.</summary>
    public static async Task TakeTurnAsync(this IdentityDbContext db, CancellationToken cancellationToken, params Guid[] members)
    {
        // Always in the same order, or two could wait for each other.
        foreach (var member in members.Distinct().Order())
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"member:{member}"}, 0))", cancellationToken);
        }
    }
}
