namespace PfP.Contracts.Notifications.Api;

/// <summary>A call that the member follows.</summary>
/// <param name="Url">Its public path without culture.</param>
/// <param name="Title">In the language asked for, where it has one.</param>
/// <param name="Language">Of the title.</param>
/// <param name="State">One of <see cref="Calls.CallStates"/>.</param>
/// <param name="ClosesAt">The first moment at which it is closed; null where replies are taken until further notice.</param>
public sealed record FollowedCall(Guid CallId, string Url, string Title, string Language, string State, DateTimeOffset? ClosesAt, DateTimeOffset FollowedAt);
