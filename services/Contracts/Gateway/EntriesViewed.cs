namespace PfP.Contracts.Gateway;

/// <summary>How often entry pages were read and files downloaded since the gateway's last report. Counts only: no visitor, no address.</summary>
/// <param name="Day">The UTC day on which they were.</param>
public sealed record EntriesViewed(DateOnly Day, IReadOnlyList<EntryViews> Entries)
{
    /// <summary>Their own files: the gateway does not know to which entry one belongs.</summary>
    public IReadOnlyList<FileDownloads> Files { get; init; } = [];
}

/// <param name="Kind">One of the catalogue's entry kinds.</param>
/// <param name="Downloads">0 since downloads are told by <see cref="EntriesViewed.Files"/>; those of a report of the first shape still count.</param>
public sealed record EntryViews(string Kind, string Slug, int Views, int Downloads);

public sealed record FileDownloads(Guid File, int Downloads);
