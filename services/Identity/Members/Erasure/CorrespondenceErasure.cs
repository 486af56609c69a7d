using Microsoft.EntityFrameworkCore;
using PfP.Identity.Data;
using PfP.Identity.Members.Engagements;
using PfP.Identity.Members.Introductions;
using PfP.Identity.Members.Threads;

namespace PfP.Identity.Members.Erasure;

/// <summary>What a member wrote to others stays with them, without its author; what is nobody's any more is deleted.</summary>
internal static class CorrespondenceErasure
{
    /// <summary>Before the member's row is deleted, which takes them out of all that stays. The withdrawals leave with the next SaveChanges.</summary>
    public static async Task EraseCorrespondenceAsync(this IdentityDbContext db, Guid member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(cancellationToken, member);
        await db.Introductions.Where(introduction => (introduction.FromId == member && introduction.ToId == null) || (introduction.ToId == member && introduction.FromId == null))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Threads
            .Where(thread => thread.Parties.Any(party => party.MemberId == member)
                && thread.Parties.All(party => party.MemberId == member || (party.Kind == Party.Member && party.MemberId == null)))
            .ExecuteDeleteAsync(cancellationToken);
        await db.AbuseReports.Where(report => report.ClosedBy == member)
            .ExecuteUpdateAsync(set => set.SetProperty(report => report.ClosedBy, (Guid?)null), cancellationToken);
        await db.Engagements.Where(engagement => engagement.AskedBy == member).WithdrawAsync(now, cancellationToken);
        db.Withdraw(await db.OpenIntroductionsAsync(member, cancellationToken), now);
    }
}
