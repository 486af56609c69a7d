namespace PfP.Contracts.Catalogue.Api;

/// <summary>All that came out of something, and of what that came, however many steps away; only what is public.</summary>
/// <param name="Url">The public path of what was asked for, which is one of the ends.</param>
/// <param name="Ends">Recommendations, calls, practices, policy tools and sessions; the nearest first.</param>
/// <param name="IsComplete">False where there is more than is told here.</param>
public sealed record ChainResponse(string Url, IReadOnlyList<EntryLink> Ends, IReadOnlyList<ChainLinkResponse> Links, bool IsComplete);

/// <summary>That one end came out of another.</summary>
/// <param name="From">The path of what was there first.</param>
/// <param name="To">The path of what came later: what <paramref name="From"/> led to, what updates it, or what adapts it.</param>
/// <param name="Relation">led-to, updates or adapts.</param>
/// <param name="SaidBy"><c>secretariat</c>, or the country or organisation that says so, as <c>country:MD</c> or <c>organisation:iom</c>.</param>
/// <param name="VerifiedOn">When the secretariat found it to be so; null where it has not looked yet.</param>
public sealed record ChainLinkResponse(Guid Id, string From, string To, string Relation, string SaidBy, DateOnly? VerifiedOn);

/// <param name="Relation">One of <see cref="ChainRelations.FromHere"/>: what the entry at the address has to do with the other one.</param>
/// <param name="Other">The other one's address, as it is copied from a browser.</param>
public sealed record NewChainLink(string? Relation, string? Other);

/// <summary>A link as those see it who may withdraw it, also once it is withdrawn.</summary>
/// <param name="Version">What withdrawing or verifying it needs as its If-Match.</param>
/// <param name="Relation">One of <see cref="ChainRelations.FromHere"/>.</param>
/// <param name="Other">The path of the other end.</param>
/// <param name="OtherEnd">Null where the other end is not public.</param>
/// <param name="MayWithdraw">Whether it is the reader's to withdraw: whoever said it may, and the secretariat.</param>
public sealed record OwnChainLink(
    Guid Id, int Version, string Relation, string Other, EntryLink? OtherEnd, string SaidBy, DateTimeOffset SaidAt, DateOnly? VerifiedOn, Withdrawal? Withdrawal, bool MayWithdraw);

public static class ChainRelations
{
    public const string LedTo = "led-to";
    public const string Updates = "updates";
    public const string Adapts = "adapts";

    private static readonly (string Here, string Stored, bool IsLater)[] All =
    [
        ("comes-from", LedTo, true), (LedTo, LedTo, false), (Updates, Updates, true), ("updated-by", Updates, false), (Adapts, Adapts, true), ("adapted-by", Adapts, false),
    ];

    /// <summary>What somebody may say who stands at one end.</summary>
    public static IReadOnlyList<string> FromHere { get; } = [.. All.Select(relation => relation.Here)];

    /// <returns>How it is stored, and whether the end at which it is said is the later one.</returns>
    public static (string Relation, bool IsLater) Stored(string fromHere) => All.Where(relation => relation.Here == fromHere).Select(relation => (relation.Stored, relation.IsLater)).Single();

    /// <summary>The other way round.</summary>
    public static string Seen(string stored, bool fromTheLater) => All.Single(relation => relation.Stored == stored && relation.IsLater == fromTheLater).Here;
}
