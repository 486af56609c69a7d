namespace PfP.Contracts.Calls;

/// <summary>Somebody replied to a call, or changed a reply. Says neither who nor what.</summary>
/// <param name="Version">The reply's: 1 where it is new.</param>
/// <param name="Owner">The call's, as <c>country:MD</c> or <c>organisation:iom</c>.</param>
public sealed record CallReplied(Guid CallId, Guid ReplyId, int Version, string Owner, DateTimeOffset At);
