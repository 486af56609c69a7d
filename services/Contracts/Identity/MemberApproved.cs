namespace PfP.Contracts.Identity;

/// <summary>A person became a member.</summary>
/// <param name="Version">Counts up with every event of this member, from 1; a reader applies only what is newer than what it has.</param>
/// <param name="Roles">member, focal_point, moderator, administrator.</param>
public sealed record MemberApproved(Guid MemberId, int Version, MemberContact Contact, IReadOnlyList<string> Roles)
{
    /// <summary>Whom they act for: <c>country:MD</c>, <c>organisation:iom</c>.</summary>
    public string? Entity { get; init; }

    /// <summary>They came by an invitation, or as the first administrator: nobody has to tell them.</summary>
    public bool Invited { get; init; }
}

/// <summary>How a member is written to: in no event that does not need it, and erased everywhere with <see cref="MemberErased"/>.</summary>
/// <param name="Language">en, fr or es.</param>
/// <param name="TimeZone">IANA name, for example <c>Africa/Dakar</c>.</param>
public sealed record MemberContact(string Name, string Email, string Language, string TimeZone);
