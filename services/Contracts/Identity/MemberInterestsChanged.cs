namespace PfP.Contracts.Identity;

/// <summary>What a member offers others, as the directory shows it: at approval and whenever that changes. Erased everywhere with <see cref="MemberErased"/>.</summary>
/// <param name="Version">As <see cref="MemberApproved.Version"/>.</param>
/// <param name="Offers">Values of the vocabulary <c>themes</c> in which they offer experience.</param>
public sealed record MemberInterestsChanged(Guid MemberId, int Version, IReadOnlyList<string> Offers);
