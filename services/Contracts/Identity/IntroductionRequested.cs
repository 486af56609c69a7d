namespace PfP.Contracts.Identity;

/// <summary>A member asked to be introduced to another. What they wrote stays in the Members module.</summary>
/// <param name="Version">Counts up with every event of this introduction, from 1.</param>
public sealed record IntroductionRequested(Guid IntroductionId, int Version, Guid FromMemberId, Guid ToMemberId);
