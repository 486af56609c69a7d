using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.ServiceDefaults;

namespace PfP.Calls.Submissions;

internal static class CallAudit
{
    /// <summary>Who did what to it; the caller saves both together.</summary>
    public static void Record(this CallsDbContext db, Call call, Contributor contributor, string action, DateTimeOffset at, params string[] fields) =>
        db.Audit.Add(new AuditRecord(at, contributor.Actor, action, call.Id, call.Version, fields));
}
