namespace PfP.Catalogue.Data;

/// <summary>A transition of an entry, kept for good: names of the changed fields, never their values.</summary>
internal sealed record AuditRecord(DateTimeOffset At, string Actor, string Action, string SubjectKind, Guid SubjectId, int Version, string[] Fields)
{
    public long Id { get; private init; }
}
