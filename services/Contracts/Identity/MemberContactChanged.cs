namespace PfP.Contracts.Identity;

/// <summary>A member's name, address, language or time zone changed.</summary>
/// <param name="Version">As <see cref="MemberApproved.Version"/>.</param>
public sealed record MemberContactChanged(Guid MemberId, int Version, MemberContact Contact);
