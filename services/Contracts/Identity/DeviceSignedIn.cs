namespace PfP.Contracts.Identity;

/// <summary>A member signed in with a device that had not been seen before.</summary>
/// <param name="SessionId">The session's <c>sid</c>.</param>
/// <param name="Device">Browser and system in words, as <c>Firefox, Linux</c>; no address and no full user agent.</param>
public sealed record DeviceSignedIn(Guid MemberId, Guid SessionId, DateTimeOffset At, string Device);
