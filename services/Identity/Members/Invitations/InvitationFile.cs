using CsvHelper;

namespace PfP.Identity.Members.Invitations;

/// <summary>Lists as a spreadsheet exports or pastes them: commas, semicolons or tabs, with a line of names on top.</summary>
internal static class InvitationFile
{
    /// <summary>Null when it cannot be read.</summary>
    public static IReadOnlyList<InvitationRow>? Parse(string text)
    {
        var header = text[..Math.Max(text.IndexOf('\n', StringComparison.Ordinal), 0)];
        using var csv = CsvReader.Create(new StringReader(text), new CsvReaderOptions
        {
            // Not left to detection: cells may hold the others, names of columns do not.
            Separator = header.Contains('\t', StringComparison.Ordinal) ? '\t' : header.Contains(';', StringComparison.Ordinal) ? ';' : ',',
            TrimWhitespace = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        try
        {
            var rows = new List<InvitationRow>();
            foreach (var row in csv)
            {
                rows.Add(ToRow([.. csv.Headers], row.ToArray()));
            }

            return rows;
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }

    private static InvitationRow ToRow(string[] names, string[] cells)
    {
        return new(Cell("name"), Cell("email"), Cell("country"), Cell("organisation"), Cell("role"), Cell("language"));

        string? Cell(string name)
        {
            var at = Array.FindIndex(names, column => column.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));
            return at >= 0 && at < cells.Length && cells[at].Trim() is { Length: > 0 } value ? value : null;
        }
    }
}
