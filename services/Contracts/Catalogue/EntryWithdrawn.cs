namespace PfP.Contracts.Catalogue;

/// <summary>An entry left the public catalogue; readers keep it as a tombstone of this version.</summary>
/// <param name="Version">Higher than that of every <see cref="EntryPublished"/> before it.</param>
/// <param name="Reason">A public sentence that says why.</param>
public sealed record EntryWithdrawn(Guid EntryId, int Version, string Kind, string Slug, DateTimeOffset WithdrawnAt, string Reason);
