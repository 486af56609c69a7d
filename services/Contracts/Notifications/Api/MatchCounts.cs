namespace PfP.Contracts.Notifications.Api;

/// <summary>How many would be told of a call if it opened now.</summary>
/// <param name="Total">Each of them once.</param>
/// <param name="FocalPoints">By country asked for, as ISO 3166-1 alpha-2.</param>
/// <param name="Members">By theme in which they offer experience, besides those focal points; who offers several is in each.</param>
public sealed record MatchCounts(int Total, IReadOnlyList<MatchCount> FocalPoints, IReadOnlyList<MatchCount> Members);

/// <param name="Value">A country or a theme.</param>
public sealed record MatchCount(string Value, int Count);
