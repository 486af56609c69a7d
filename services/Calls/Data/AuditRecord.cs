namespace PfP.Calls.Data;

/// <summary>A transition of a call, kept for good: names of the changed fields, never their values.</summary>
internal sealed record AuditRecord(DateTimeOffset At, string Actor, string Action, Guid SubjectId, int Version, string[] Fields)
{
    public long Id { get; private init; }
}
