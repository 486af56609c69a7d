namespace PfP.Identity.Provider.Tokens;

/// <summary>Good for one refresh; used once more it ends its grant.</summary>
internal sealed record RefreshToken(byte[] Hash, Guid GrantId, DateTimeOffset IssuedAt)
{
    public DateTimeOffset? UsedAt { get; set; }
}
