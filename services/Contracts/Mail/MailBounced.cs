namespace PfP.Contracts.Mail;

/// <summary>
/// Somebody reports that a mail came back. Whoever sent a mail of that key to that address believes it; nobody else knows enough to.
/// </summary>
/// <param name="MessageKey">What stands before the @ of the Message-ID.</param>
/// <param name="AddressHash">SHA-256 of the address that is said to be refused, in hexadecimal.</param>
/// <param name="Status">Enhanced status code (RFC 3463): <c>5.1.1</c>.</param>
public sealed record MailBounced(string MessageKey, string AddressHash, string Status, DateTimeOffset At);
