namespace PfP.Contracts.Identity.Api;

/// <summary>How often members turned to each other in a calendar year (UTC): numbers alone, of nobody in particular.</summary>
/// <param name="Introductions">That were asked for.</param>
/// <param name="Accepted">Of those, however much later.</param>
/// <param name="Engagements">Questions, offers, wishes to adapt and proposals to present that members began from an entry.</param>
public sealed record MembersYear(int Year, int Introductions, int Accepted, int Engagements);
