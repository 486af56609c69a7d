namespace PfP.Catalogue.Clearance;

/// <summary>Lets whoever has it read a submission for a while. A submission has one at most.</summary>
internal sealed class ClearanceLink
{
    public Guid SubmissionId { get; private init; }

    public byte[] Hash { get; private init; } = [];

    public DateTimeOffset ExpiresAt { get; private init; }
}
