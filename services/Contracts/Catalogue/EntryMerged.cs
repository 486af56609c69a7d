namespace PfP.Contracts.Catalogue;

/// <summary>The secretariat has found that an entry is a duplicate: its address now leads to another. Told to those who answered for it.</summary>
/// <param name="Version">The entry's own, counted up by this.</param>
/// <param name="Title">In the language it was written in.</param>
/// <param name="Owner"><c>country:MD</c> or <c>organisation:iom</c>.</param>
/// <param name="IntoUrl">The public path of the entry that stays, without culture.</param>
public sealed record EntryMerged(Guid EntryId, int Version, string Title, string Owner, string IntoUrl);
