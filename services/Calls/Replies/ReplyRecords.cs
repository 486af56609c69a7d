using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Contracts.Calls;

namespace PfP.Calls.Replies;

internal static class ReplyRecords
{
    /// <summary>Who did what to it; the caller saves both together.</summary>
    public static void Record(this CallsDbContext db, Reply reply, string actor, string action, DateTimeOffset at, params string[] fields) =>
        db.Audit.Add(new AuditRecord(at, actor, action, reply.Id, reply.Version, fields));

    /// <summary>Tells the call's owner that there is something to read; the caller saves both together.</summary>
    public static void PublishReply(this CallsDbContext db, Reply reply, Call call, DateTimeOffset at) =>
        db.Publish(new CallReplied(call.Id, reply.Id, reply.Version, call.Owner!, at));
}
