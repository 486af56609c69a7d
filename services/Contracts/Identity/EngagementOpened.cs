namespace PfP.Contracts.Identity;

/// <summary>A member wrote to those who answer for an entry of the catalogue. What they wrote, and who they are, stays in the Members module.</summary>
/// <param name="ThreadId">The conversation, the same for all its events.</param>
/// <param name="Kind">One of <see cref="EngagementKinds"/>.</param>
/// <param name="Title">Of the entry, as the catalogue calls it.</param>
public sealed record EngagementOpened(Guid ThreadId, string Kind, string Title)
{
    /// <summary>To whom: <c>country:MD</c> or <c>organisation:iom</c>; null where the secretariat answers for the entry.</summary>
    public string? Owner { get; init; }
}

/// <summary>What a member wants of those who answer for an entry.</summary>
public static class EngagementKinds
{
    public const string Ask = "ask";

    /// <summary>To join.</summary>
    public const string Offer = "offer";

    /// <summary>To do the same elsewhere.</summary>
    public const string Adapt = "adapt";

    public static IReadOnlyList<string> All { get; } = [Ask, Offer, Adapt];
}
