namespace PfP.Contracts.Gateway;

/// <summary>How often entry pages were read and files downloaded since the gateway's last report. Counts only: no visitor, no address.</summary>
/// <param name="Day">The UTC day on which they were.</param>
public sealed record EntriesViewed(DateOnly Day, IReadOnlyList<EntryViews> Entries);

/// <param name="Kind">One of the catalogue's entry kinds.</param>
public sealed record EntryViews(string Kind, string Slug, int Views, int Downloads);
