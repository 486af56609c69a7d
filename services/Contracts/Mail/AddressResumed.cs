namespace PfP.Contracts.Mail;

/// <summary>The secretariat says that an address takes mail again.</summary>
/// <param name="AddressHash">SHA-256 of the address as it is compared, in hexadecimal.</param>
public sealed record AddressResumed(string AddressHash, DateTimeOffset At);
