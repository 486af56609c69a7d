using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

internal static class SubmissionAccess
{
    /// <summary>Whether its text is theirs to write.</summary>
    public static bool Owns(this Contributor contributor, Submission submission) => submission.IsWrittenBySecretariat ? contributor.IsStaff : submission.Owner == contributor.Entity;

    /// <summary>What they may see of it: all that is their own, and of the other side's all but drafts. To anybody else it is not there.</summary>
    public static Task<Submission?> FindAsync(this Contributor contributor, CatalogueDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var (entity, isStaff) = (contributor.Entity, contributor.IsStaff);
        return db.Submissions
            .Include(submission => submission.Steps.OrderBy(step => step.At).ThenBy(step => step.Id))
            .FirstOrDefaultAsync(
                submission => submission.Id == id
                    && ((submission.Owner == entity && !submission.OnBehalf) || (isStaff && (submission.OnBehalf || SubmissionKinds.OfSecretariat.Contains(submission.Kind)))
                        || ((submission.Owner == entity || isStaff) && submission.State != SubmissionStates.Draft)),
                cancellationToken);
    }
}
