using Microsoft.EntityFrameworkCore;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.ServiceDefaults;

namespace PfP.Calls.Submissions;

internal static class CallAccess
{
    /// <summary>Whether it is theirs; a record of the archive is nobody's.</summary>
    public static bool Owns(this Contributor contributor, Call call) => call.Owner is { } owner && owner == contributor.Entity;

    /// <summary>What they may see of it: all that is their own, and, for the secretariat, all but drafts. To anybody else it is not there.</summary>
    public static Task<Call?> FindAsync(this Contributor contributor, CallsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var (entity, isStaff) = (contributor.Entity, contributor.IsStaff);
        return db.Calls
            .Include(call => call.Steps.OrderBy(step => step.At).ThenBy(step => step.Id))
            .FirstOrDefaultAsync(
                call => call.Id == id && call.Owner != null && (call.Owner == entity || (isStaff && call.State != DraftStates.Draft)),
                cancellationToken);
    }
}
