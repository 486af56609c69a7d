namespace PfP.Contracts.Catalogue;

/// <summary>A submission was sent in or decided on. Says nothing of what is written in it.</summary>
/// <param name="Version">The submission's, which counts up with every change; a reader applies only what is newer than what it has.</param>
/// <param name="Step">One of <see cref="SubmissionMoves"/>.</param>
/// <param name="MemberId">Who sent it in.</param>
public sealed record SubmissionMoved(Guid SubmissionId, int Version, string Step, Guid MemberId)
{
    /// <summary>Where changes are asked for at fields of the form: the first of them.</summary>
    public string? Field { get; init; }
}

public static class SubmissionMoves
{
    public const string Submitted = "submitted";
    public const string ChangesRequested = "changes_requested";
    public const string Published = "published";
    public const string Refused = "refused";
    public const string TakenBack = "taken_back";

    /// <summary>Accepted for a later day.</summary>
    public const string Scheduled = "scheduled";

    /// <summary>Published by its owner, and taken back by the secretariat.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>Not on that day after all.</summary>
    public const string Unscheduled = "unscheduled";
}
