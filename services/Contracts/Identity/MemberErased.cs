namespace PfP.Contracts.Identity;

/// <summary>A person is gone: every service deletes what it holds of them, and shows "former member" where they were an author.</summary>
/// <param name="Version">Higher than that of every other event of this member.</param>
public sealed record MemberErased(Guid MemberId, int Version);
