using PfP.Catalogue.Data;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

internal static class SubmissionAudit
{
    /// <summary>Who did what to it; the caller saves both together.</summary>
    public static void Record(this CatalogueDbContext db, Submission submission, Contributor contributor, string action, DateTimeOffset at, params string[] fields) =>
        db.Audit.Add(new AuditRecord(at, contributor.Actor, action, "submission", submission.Id, submission.Version, fields));
}
