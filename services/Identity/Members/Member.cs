using PfP.Contracts.Identity;
using PfP.Identity.Members.Directory;

namespace PfP.Identity.Members;

/// <summary>A person who asked to be a member, is one, or was one; it has the id of the account it signs in with.</summary>
internal sealed class Member
{
    private Member()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>With <see cref="Id"/> as the provider's <c>sub</c>, who this is to anybody.</summary>
    public required string Issuer { get; init; }

    public MemberState State { get; private set; }

    public int Version { get; private set; }

    public required string Name { get; set; }

    /// <summary>How they are written to; the account's address, which is the one they sign in with, is the provider's.</summary>
    public required string Email { get; set; }

    public required string Language { get; set; }

    public string TimeZone { get; set; } = "UTC";

    public required Affiliation Affiliation { get; set; }

    public DirectoryEntry Directory { get; set; } = new();

    public string? RoleAsked { get; private init; }

    public string? Statement { get; private init; }

    public string[] Roles { get; private set; } = [];

    public string? Entity { get; private set; }

    public DateTimeOffset RegisteredAt { get; private init; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public MemberContact Contact => new(Name, Email, Language, TimeZone);

    public static Member Register(Guid id, string issuer, RegistrationDetails details, DateTimeOffset at) => new()
    {
        Id = id,
        Issuer = issuer,
        State = MemberState.Unconfirmed,
        Name = details.Name,
        Email = details.Email,
        Language = details.Language,
        Affiliation = details.Affiliation,
        RoleAsked = details.RoleAsked,
        Statement = details.Statement,
        RegisteredAt = at,
    };

    public static Member FromInvitation(Guid id, string issuer, Invitations.Invitation invitation, DateTimeOffset at) => new()
    {
        Id = id,
        Issuer = issuer,
        State = MemberState.Unconfirmed,
        Name = invitation.Name,
        Email = invitation.Email,
        Language = invitation.Language,
        Affiliation = invitation.Affiliation,
        RegisteredAt = at,
    };

    /// <summary>Its roles now: none while it waits, after it expired, and when it was refused or ended.</summary>
    public IReadOnlyList<string> RolesAt(DateTimeOffset now) => State == MemberState.Approved && (ExpiresAt is null || ExpiresAt > now) ? Roles : [];

    /// <summary>The address is theirs; the secretariat sees the registration from now on.</summary>
    public bool Confirm()
    {
        var waits = State == MemberState.Unconfirmed;
        State = waits ? MemberState.Waiting : State;
        return waits;
    }

    /// <summary>False when there is nothing to decide.</summary>
    public bool Approve(string role, string? entity, DateTimeOffset? expiresAt, Guid? by, DateTimeOffset at)
    {
        if (State is not (MemberState.Waiting or MemberState.Refused or MemberState.Ended))
        {
            return false;
        }

        Decide(MemberState.Approved, by, at);
        (Roles, Entity, ExpiresAt, Reason) = ([role], entity, expiresAt, null);
        return true;
    }

    public bool Refuse(string reason, Guid by, DateTimeOffset at)
    {
        if (State != MemberState.Waiting)
        {
            return false;
        }

        Decide(MemberState.Refused, by, at);
        Reason = reason;
        return true;
    }

    public bool Renew(DateTimeOffset until, Guid by, DateTimeOffset at)
    {
        if (State != MemberState.Approved)
        {
            return false;
        }

        Decide(MemberState.Approved, by, at);
        ExpiresAt = until;
        return true;
    }

    public bool ChangeRole(string role, string? entity, Guid by, DateTimeOffset at)
    {
        if (State != MemberState.Approved)
        {
            return false;
        }

        Decide(MemberState.Approved, by, at);
        (Roles, Entity) = ([role], entity);
        return true;
    }

    /// <summary>Membership ends: a successor took over.</summary>
    public bool End(Guid? by, DateTimeOffset at)
    {
        if (State != MemberState.Approved)
        {
            return false;
        }

        Decide(MemberState.Ended, by, at);
        Roles = [];
        return true;
    }

    /// <summary>The version of an event that is not a decision: a change of contact, the erasure.</summary>
    public int NextVersion() => ++Version;

    private void Decide(MemberState state, Guid? by, DateTimeOffset at)
    {
        (State, DecidedBy, DecidedAt) = (state, by, at);
        Version++;
    }
}
