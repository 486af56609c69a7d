namespace PfP.Identity.Provider.Tokens;

/// <summary>What a client holds on the strength of a session: every code, access and refresh token that came of one sign-in there.</summary>
internal sealed record Grant(Guid Id, string ClientId, Guid AccountId, Guid SessionId, string[] Scopes, DateTimeOffset GrantedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>When the client got tokens, and so has to hear of the session's end.</summary>
    public DateTimeOffset? RedeemedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public bool HoldsAt(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;
}
