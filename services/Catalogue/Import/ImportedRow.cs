namespace PfP.Catalogue.Import;

/// <summary>The last row applied for a key.</summary>
internal sealed class ImportedRow(string key)
{
    public string Key { get; private init; } = key;

    public string RowHash { get; private set; } = "";

    public string FileHash { get; private set; } = "";

    public int RowNumber { get; private set; }

    public DateTimeOffset AppliedAt { get; private set; }

    /// <summary>
    /// Applied before: the same content came last for this key, or the same file got at least as far as this row (it may hold several
    /// rows for one key, and is run again after it was interrupted).
    /// </summary>
    public bool Covers(string rowHash, string fileHash, int rowNumber) =>
        RowHash == rowHash || (FileHash == fileHash && RowNumber >= rowNumber);

    public void Apply(string rowHash, string fileHash, int rowNumber, DateTimeOffset at) =>
        (RowHash, FileHash, RowNumber, AppliedAt) = (rowHash, fileHash, rowNumber, at);
}

/// <summary>One run of an import file; unfinished while it runs and after it was interrupted.</summary>
internal sealed class ImportRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string File { get; init; } = "";

    public string FileHash { get; init; } = "";

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public int Imported { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public int Withdrawn { get; set; }

    public int Rejected { get; set; }
}
