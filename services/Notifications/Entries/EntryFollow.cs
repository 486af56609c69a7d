namespace PfP.Notifications.Entries;

/// <summary>A member wants to hear when an entry of the catalogue changes.</summary>
internal sealed record EntryFollow(Guid MemberId, Guid EntryId, DateTimeOffset FollowedAt);
