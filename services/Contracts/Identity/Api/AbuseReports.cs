namespace PfP.Contracts.Identity.Api;

/// <summary>Reports an introduction, or a message of a thread, to the secretariat: the one or the other.</summary>
/// <param name="Reason">Plain text, 1 to 1000 characters.</param>
public sealed record AbuseReportRequest(Guid? IntroductionId, Guid? ThreadId, Guid? MessageId, string? Reason);

/// <summary>What was reported, as the secretariat sees it.</summary>
/// <param name="Version">What a decision needs as its If-Match.</param>
/// <param name="State">open or closed.</param>
/// <param name="Reporter">Null for somebody who has left.</param>
/// <param name="Reported">Who wrote it; null for somebody who has left.</param>
/// <param name="Text">What they wrote.</param>
/// <param name="Decision">dismissed or member_ended.</param>
public sealed record AbuseReportResponse(
    Guid Id,
    int Version,
    string State,
    DateTimeOffset ReportedAt,
    MemberName? Reporter,
    MemberName? Reported,
    string Reason,
    string Text,
    Guid? IntroductionId,
    Guid? ThreadId,
    Guid? MessageId,
    string? Decision,
    DateTimeOffset? ClosedAt);

/// <param name="Decision">dismissed, or member_ended: the membership of whoever wrote it ends, and their sessions with it.</param>
public sealed record AbuseDecisionRequest(string? Decision);
