using CsvHelper;

namespace PfP.ServiceDefaults.Files;

/// <summary>A table as a file for a spreadsheet program, which reads UTF-8 where a mark begins the file.</summary>
public static class Spreadsheet
{
    public const string ContentType = "text/csv; charset=utf-8";

    // A spreadsheet program runs what begins like a formula, quoted or not, unless an apostrophe comes first.
    private static readonly CsvWriterOptions Options = new()
    {
        WriteByteOrderMark = true,
        Quoting = CsvQuoting.Always,
        Injection = CsvInjection.Escape,
        InjectionCharacters = CsvWriterOptions.Default.InjectionCharacters + "\n",
    };

    /// <param name="rows">The names of the columns first.</param>
    public static byte[] Write(IEnumerable<string[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, Options, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                csv.WriteRecord(row);
            }
        }

        return file.ToArray();
    }
}
