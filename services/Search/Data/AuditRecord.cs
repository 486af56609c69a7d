namespace PfP.Search.Data;

/// <summary>What the secretariat did to a group of synonyms, kept for good: names of the changed fields, never their values.</summary>
internal sealed record AuditRecord(DateTimeOffset At, string Actor, string Action, Guid SubjectId, int Version, string[] Fields)
{
    public long Id { get; private init; }
}
