using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Chains;

/// <summary>
/// That something came out of something else. Every relation is stored in the direction of time: what was there first is <see cref="FromKey"/>.
/// </summary>
/// <param name="saidBy"><c>secretariat</c>, or the country or organisation that answers for one of the two ends.</param>
internal sealed class ChainLink(Guid id, string fromKey, string toKey, string relation, string saidBy, DateTimeOffset saidAt)
{
    public Guid Id { get; private init; } = id;

    /// <summary>A key as those of <see cref="Entries.EntryKey"/>; of a call <c>call/slug</c>.</summary>
    public string FromKey { get; private init; } = fromKey;

    public string ToKey { get; private init; } = toKey;

    /// <summary>led-to, updates or adapts.</summary>
    public string Relation { get; private init; } = relation;

    public string SaidBy { get; private init; } = saidBy;

    public DateTimeOffset SaidAt { get; private init; } = saidAt;

    /// <summary>The day on which the secretariat found it to be so.</summary>
    public DateOnly? VerifiedOn { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawalReason { get; private set; }

    public int Version { get; private set; } = 1;

    /// <param name="relation">One of <see cref="ChainRelations.FromHere"/>, as whoever stands at <paramref name="here"/> sees it.</param>
    public static ChainLink Of(string here, string relation, string other, string saidBy, DateTimeOffset at)
    {
        var (stored, isLater) = ChainRelations.Stored(relation);
        return new(Guid.CreateVersion7(), isLater ? other : here, isLater ? here : other, stored, saidBy, at);
    }

    public void Verify(DateOnly on)
    {
        VerifiedOn = on;
        Version++;
    }

    public void Withdraw(string reason, DateTimeOffset at)
    {
        (WithdrawnAt, WithdrawalReason) = (at, reason);
        Version++;
    }
}
