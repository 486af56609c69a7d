namespace PfP.Notifications.Matching;

/// <summary>In which themes a member offers experience.</summary>
internal sealed record Interests(Guid MemberId, int Version, string[] Offers);
