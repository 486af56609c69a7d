namespace PfP.Identity.Accounts.Sessions;

/// <summary>A browser that is signed in to an account; its id is the <c>sid</c> of everything issued on its strength.</summary>
/// <param name="Device">Browser and system in words; no address and no full user agent.</param>
internal sealed record AccountSession(Guid Id, Guid AccountId, string[] Methods, string Device, DateTimeOffset StartedAt)
{
    public DateTimeOffset? EndedAt { get; init; }
}
