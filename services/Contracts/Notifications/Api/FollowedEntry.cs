namespace PfP.Contracts.Notifications.Api;

/// <summary>An entry of the catalogue that the member follows.</summary>
/// <param name="Kind">One of <see cref="Catalogue.EntryKinds"/>.</param>
/// <param name="Url">Its public path without culture.</param>
/// <param name="Title">In the language asked for, where it has one.</param>
/// <param name="Language">Of the title.</param>
public sealed record FollowedEntry(Guid EntryId, string Kind, string Url, string Title, string Language, DateTimeOffset FollowedAt);
