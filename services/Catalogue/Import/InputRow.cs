using PfP.Catalogue.Entries;

namespace PfP.Catalogue.Import;

/// <summary>A row as it was read: its content, or why it could not be read.</summary>
/// <param name="Number">From 1; for CSV the line below the header is row 1.</param>
/// <param name="Keys">Its keys; more than one for merged records, the first of which identifies it.</param>
/// <param name="Hash">Of its content.</param>
internal sealed record InputRow(int Number, IReadOnlyList<string> Keys, ImportRow? Row, string Hash, string? Error)
{
    public string Key => Keys.Count > 0 ? Keys[0] : "";
}

/// <param name="Hash">Of the whole file.</param>
internal sealed record InputFile(string Name, string Hash, IReadOnlyList<InputRow> Rows);

internal enum RowOutcome
{
    Imported,
    Updated,
    Unchanged,
    Withdrawn,
    Rejected,
}

/// <summary>What became of a row.</summary>
/// <param name="Address">Of the entry.</param>
/// <param name="Message">Why it was rejected.</param>
internal sealed record RowReport(int Number, string Key, RowOutcome Outcome, string? Address, string? Message)
{
    public static RowReport Done(InputRow input, RowOutcome outcome, ImportBatch batch) =>
        new(input.Number, input.Key, outcome, batch.EntryOf(input.Key) is { Slug: { } slug } entry ? EntryAddress.Of(entry.Kind, slug) : null, null);

    public static RowReport Rejected(InputRow input, string why) => new(input.Number, input.Key, RowOutcome.Rejected, null, why);
}

/// <summary>A file that cannot be read at all.</summary>
internal sealed class UnreadableFileException(string message) : Exception(message);
