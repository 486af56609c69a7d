namespace PfP.Identity.Accounts.Links;

/// <summary>A link in a mail that shows who opens it to be the reader of that mail. Only the hash of what it holds is known here.</summary>
/// <param name="Subject">The account or the invitation.</param>
internal sealed record SecretLink(Guid Id, LinkPurpose Purpose, Guid Subject, byte[] Hash, DateTimeOffset ExpiresAt)
{
    public DateTimeOffset? UsedAt { get; init; }
}

internal enum LinkPurpose
{
    /// <summary>The address is the registrant's: they choose a password.</summary>
    Confirm,
    Reset,
    Invitation,
}
