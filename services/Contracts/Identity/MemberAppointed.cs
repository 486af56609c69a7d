namespace PfP.Contracts.Identity;

/// <summary>For whom a member acts, and as what, from now on: at approval and whenever that changes or ends.</summary>
/// <param name="Version">As <see cref="MemberApproved.Version"/>.</param>
/// <param name="Roles">member, focal_point, moderator, administrator; none once membership has ended.</param>
public sealed record MemberAppointed(Guid MemberId, int Version, IReadOnlyList<string> Roles)
{
    /// <summary><c>country:MD</c>, <c>organisation:iom</c>.</summary>
    public string? Entity { get; init; }

    /// <summary>When it ends unless it is renewed.</summary>
    public DateTimeOffset? Until { get; init; }
}
