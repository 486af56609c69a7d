namespace PfP.Contracts.Mail;

/// <summary>An address takes no mail: its server refused it for good, or reported so afterwards. Every service that sends leaves it alone.</summary>
/// <param name="AddressHash">SHA-256 of the address as it is compared, in hexadecimal.</param>
/// <param name="Recipient">The member, invitation or registration to whom the mail went that came back.</param>
/// <param name="Occasion">Of that mail.</param>
/// <param name="Status">What was answered; codes only.</param>
public sealed record AddressPaused(string AddressHash, Guid Recipient, string Occasion, string Status, DateTimeOffset At);
