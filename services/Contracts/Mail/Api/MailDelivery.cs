namespace PfP.Contracts.Mail.Api;

/// <summary>A mail as the secretariat sees it: whether it went, and not what it says.</summary>
/// <param name="State">planned, sent or failed.</param>
/// <param name="Occasion">Why it is sent: <c>reset-password</c>.</param>
/// <param name="Recipient">A member, invitation, registration or reply.</param>
/// <param name="Address">To which it could not be sent; known for a month after that.</param>
/// <param name="LastAnswer">What the server said last, in codes.</param>
/// <param name="NextTryAt">Of one that is planned: not before this.</param>
/// <param name="IsPaused">Whether nothing is sent to its address at present.</param>
public sealed record MailDelivery(
    Guid Id,
    string State,
    string Occasion,
    Guid Recipient,
    string? Address,
    DateTimeOffset DueAt,
    int Attempts,
    string? LastAnswer,
    DateTimeOffset? NextTryAt,
    DateTimeOffset? FinishedAt,
    string MessageId,
    bool IsPaused);
