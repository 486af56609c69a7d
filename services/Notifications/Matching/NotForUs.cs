namespace PfP.Notifications.Matching;

/// <summary>A member has said that a call does not concern them.</summary>
internal sealed record NotForUs(Guid MemberId, Guid CallId, DateTimeOffset SaidAt);
