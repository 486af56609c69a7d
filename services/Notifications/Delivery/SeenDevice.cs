namespace PfP.Notifications.Delivery;

/// <summary>A sign-in from a device that was new.</summary>
internal sealed record SeenDevice(Guid SessionId, Guid MemberId, DateTimeOffset At, string Device);
