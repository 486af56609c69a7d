namespace PfP.Contracts.Identity.Api;

/// <summary>An invitation and what became of it.</summary>
/// <param name="Status">waiting, sent, accepted, expired or withdrawn.</param>
public sealed record InvitationResponse(
    Guid Id, string Name, string Email, string Role, string? Entity, string Status, DateTimeOffset InvitedAt, DateTimeOffset ExpiresAt, DateTimeOffset? AcceptedAt);

/// <summary>What became of a list of people to invite.</summary>
/// <param name="Invited">How many were.</param>
/// <param name="Rows">All lines, in their order.</param>
public sealed record InvitationReports(int Invited, IReadOnlyList<InvitationReport> Rows);

/// <summary>What became of a line.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Problem">Why nobody was invited, in English; null when somebody was.</param>
/// <param name="ProblemCode">The same for programs: name, organisation, email, role, language, country, affiliation, focal-point, invited, member or registered.</param>
public sealed record InvitationReport(int Row, string? Email, Guid? InvitationId, string? Problem, string? ProblemCode);
