namespace PfP.Contracts.Calls.Api;

/// <summary>A call as it is in public, or would be if it were published now: what its mails are made of.</summary>
/// <param name="Call">As its event tells, or would tell.</param>
/// <param name="IsPublic">False while it is in review.</param>
/// <param name="TakesReplies">Whether it is replied to on this platform.</param>
public sealed record CallOutlook(CallPublished Call, bool IsPublic, bool TakesReplies);
