using PfP.Contracts.Catalogue;

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

    /// <summary>A proposal to present something at a session to come.</summary>
    public const string Present = "present";

    private const int DaysForOffers = 90;
    private static readonly string[] OfEntries = [Ask, Offer, Adapt];

    public static IReadOnlyList<string> All { get; } = [Present, .. OfEntries];

    /// <summary>
    /// What an entry is open to: a session to everything until it is over, and for some time after to offers of its audience; what nobody answers
    /// for, such as a recommendation, to nothing.
    /// </summary>
    /// <param name="entryKind">One of <see cref="EntryKinds"/>.</param>
    /// <param name="lastDay">Of a session, where it is known.</param>
    public static IReadOnlyList<string> OpenTo(string entryKind, DateOnly? lastDay, DateOnly today) =>
        entryKind is EntryKinds.Practice or EntryKinds.Tool ? OfEntries
        : entryKind != EntryKinds.Session ? []
        : lastDay is not { } last ? []
        : last >= today ? All
        : last.AddDays(DaysForOffers) >= today ? [Offer]
        : [];
}
