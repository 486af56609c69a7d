namespace PfP.Contracts.Mail.Api;

/// <summary>An address to which nothing is sent.</summary>
/// <param name="AddressHash">Names it; the address itself is not kept.</param>
/// <param name="Recipient">The member, invitation, registration or reply whose mail came back.</param>
/// <param name="Name">Of the member, where it is one.</param>
/// <param name="Address">The member's, where it still is the one that is paused.</param>
/// <param name="Occasion">Of the mail that came back.</param>
/// <param name="Status">What was answered, in codes.</param>
public sealed record PausedAddress(string AddressHash, Guid Recipient, string? Name, string? Address, string Occasion, string Status, DateTimeOffset Since);
