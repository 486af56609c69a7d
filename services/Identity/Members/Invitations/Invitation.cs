namespace PfP.Identity.Members.Invitations;

/// <summary>Somebody may join without asking: the link in the mail is their approval.</summary>
internal sealed class Invitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Language { get; init; }

    public required Affiliation Affiliation { get; init; }

    public required string Role { get; init; }

    public required string? Entity { get; init; }

    /// <summary>Who is replaced by the one invited; their membership ends when this is accepted.</summary>
    public Guid? Succeeds { get; init; }

    public Guid? InvitedBy { get; init; }

    public DateTimeOffset InvitedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Tells one mail of it from the next.</summary>
    public Guid Mailing { get; private set; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool IsOpenAt(DateTimeOffset now) => AcceptedAt is null && WithdrawnAt is null && now < ExpiresAt;

    /// <summary>A new mail with a new link; the time starts again.</summary>
    public void Send(DateTimeOffset now)
    {
        (Mailing, SentAt, ExpiresAt) = (Guid.CreateVersion7(now), null, now + Lifetime);
    }

    public void Accept(DateTimeOffset at) => AcceptedAt = at;

    public void Withdraw(DateTimeOffset at) => WithdrawnAt = at;

    public string StatusAt(DateTimeOffset now) => this switch
    {
        { AcceptedAt: not null } => "accepted",
        { WithdrawnAt: not null } => "withdrawn",
        _ when now >= ExpiresAt => "expired",
        { SentAt: not null } => "sent",
        _ => "waiting",
    };
}
