namespace PfP.Identity.Provider.Authorization;

/// <summary>What a code stands for. The code itself is known to the browser and the client only.</summary>
internal sealed record AuthorizationCode(byte[] Hash, Guid GrantId, string RedirectUri, string Challenge, string? Nonce, DateTimeOffset ExpiresAt)
{
    public DateTimeOffset? UsedAt { get; set; }
}
