using CsvHelper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PfP.ServiceDefaults;

/// <summary>A table for a spreadsheet program, which reads UTF-8 where a mark begins the file.</summary>
public static class SpreadsheetFile
{
    // A spreadsheet program runs what begins like a formula, quoted or not, unless an apostrophe comes first.
    private static readonly CsvWriterOptions Options = new()
    {
        WriteByteOrderMark = true,
        Quoting = CsvQuoting.Always,
        Injection = CsvInjection.Escape,
        InjectionCharacters = CsvWriterOptions.Default.InjectionCharacters + "\n",
    };

    public static FileContentHttpResult Of(string name, IEnumerable<string[]> rows)
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

        return TypedResults.File(file.ToArray(), "text/csv; charset=utf-8", name);
    }
}
