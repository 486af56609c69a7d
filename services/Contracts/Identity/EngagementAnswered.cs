namespace PfP.Contracts.Identity;

/// <summary>Those who answer for an entry wrote back for the first time, or said what came of it.</summary>
/// <param name="ThreadId">As <see cref="EngagementOpened.ThreadId"/>.</param>
/// <param name="Version">Counts up with every event of this thread.</param>
/// <param name="MemberId">Who had opened it.</param>
/// <param name="Title">Of the entry.</param>
public sealed record EngagementAnswered(Guid ThreadId, int Version, Guid MemberId, string Title)
{
    /// <summary>One of <see cref="EngagementOutcomes"/>; null for the first answer.</summary>
    public string? Outcome { get; init; }
}

/// <summary>What can come of it.</summary>
public static class EngagementOutcomes
{
    public const string Agreed = "agreed";
    public const string NotNow = "not_now";

    /// <summary>Whoever had opened it has left; nobody is told.</summary>
    public const string Withdrawn = "withdrawn";
}
