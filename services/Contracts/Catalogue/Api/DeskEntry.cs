namespace PfP.Contracts.Catalogue.Api;

/// <summary>An entry as the secretariat decides about it, also when it is not public any more.</summary>
/// <param name="Version">What a decision needs as its If-Match.</param>
/// <param name="State">published, archived, withdrawn or merged.</param>
/// <param name="Withdrawal">When it ceased to be public, and what its readers are told.</param>
/// <param name="MergedInto">The entry to which its address leads.</param>
public sealed record DeskEntry(Guid Id, EntryLink Entry, int Version, string State, Withdrawal? Withdrawal, EntryLink? MergedInto);

/// <summary>Why an entry is archived or withdrawn.</summary>
/// <param name="Reason">A public sentence, of at most <see cref="Longest"/> characters. A withdrawal must have one.</param>
public sealed record EntryReason(string? Reason)
{
    public const int Longest = 500;
}

/// <summary>Of which entry another one is a duplicate.</summary>
/// <param name="Into">The id of the entry that stays: public, and of the same kind.</param>
/// <param name="Reason">As of <see cref="EntryReason"/>; a usual sentence where none is given.</param>
public sealed record EntryMerge(Guid? Into, string? Reason);
