namespace PfP.Gateway.Sessions;

/// <summary>A browser that somebody has signed in with.</summary>
internal sealed class Session
{
    /// <summary>The hash of what the browser holds: who reads the database cannot be anybody.</summary>
    public required byte[] Key { get; init; }

    public required string Subject { get; init; }

    public string? ProviderSession { get; init; }

    public byte[] Secrets { get; private set; } = [];

    public DateTimeOffset TokenExpiresAt { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    public void Keep(byte[] secrets, DateTimeOffset tokenExpiresAt) => (Secrets, TokenExpiresAt) = (secrets, tokenExpiresAt);

    public bool IsOver(SessionRules options, DateTimeOffset now) => now >= CreatedAt + options.AbsoluteLifetime || now >= LastSeenAt + options.IdleLifetime;
}
