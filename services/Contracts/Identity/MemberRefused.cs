namespace PfP.Contracts.Identity;

/// <summary>A registration was refused.</summary>
/// <param name="Version">As <see cref="MemberApproved.Version"/>: an approval later on has a higher one.</param>
/// <param name="Reason">A sentence by the secretariat for the person who asked, in whatever language it was written.</param>
public sealed record MemberRefused(Guid MemberId, int Version, MemberContact Contact, string Reason);
