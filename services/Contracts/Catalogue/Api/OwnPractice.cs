namespace PfP.Contracts.Catalogue.Api;

/// <summary>A published practice or policy tool, for the members of the country or organisation that answers for it.</summary>
/// <param name="Version">What confirming it needs as its If-Match.</param>
/// <param name="IsAdopted">False where it names them and nobody answers for it as yet.</param>
/// <param name="LastVerified">Null for archival records that nobody has looked at since.</param>
/// <param name="NextReview">When its owner is asked to look at it again.</param>
/// <param name="Correction">The submission by which it is being corrected just now.</param>
public sealed record OwnPractice(Guid Id, string Slug, string Title, int Version, bool IsAdopted, DateOnly? LastVerified, DateOnly? NextReview, Guid? Correction)
{
    public IReadOnlyList<DeadLink> DeadLinks { get; init; } = [];

    /// <summary>Where it is their own.</summary>
    public CountTotals? Counts { get; init; }
}
