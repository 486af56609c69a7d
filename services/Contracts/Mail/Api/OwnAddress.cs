namespace PfP.Contracts.Mail.Api;

/// <summary>Whether mails reach the member who asks.</summary>
/// <param name="PausedSince">Since when nothing is sent to their address, because its server refused a mail for good.</param>
public sealed record OwnAddress(DateTimeOffset? PausedSince);
