namespace PfP.Catalogue.Entries;

/// <summary>One version of an entry, kept for good.</summary>
internal sealed class EntryRevision(Guid entryId, int version, EntryState state, EntryContent content, DateTimeOffset recordedAt, string? note)
{
    public Guid EntryId { get; private init; } = entryId;

    public int Version { get; private init; } = version;

    public EntryState State { get; private init; } = state;

    public EntryContent Content { get; private init; } = content;

    public DateTimeOffset RecordedAt { get; private init; } = recordedAt;

    public string? Note { get; private init; } = note;
}
