namespace PfP.Notifications.Calls;

/// <summary>A member wants to hear of a call.</summary>
internal sealed record Follow(Guid MemberId, Guid CallId, DateTimeOffset FollowedAt);
