using System.Globalization;
using CsvHelper;

namespace PfP.Calls.Replies;

/// <summary>Replies as a table for a spreadsheet program, which reads UTF-8 where a mark begins the file.</summary>
internal static class ReplyFile
{
    private static readonly string[] Header = ["sent", "changed", "name", "for", "email", "country", "may be named", "offers", "message", "answers"];

    // A spreadsheet program runs what begins like a formula, quoted or not, unless an apostrophe comes first.
    private static readonly CsvWriterOptions Options = new()
    {
        WriteByteOrderMark = true,
        Quoting = CsvQuoting.Always,
        Injection = CsvInjection.Escape,
        InjectionCharacters = CsvWriterOptions.Default.InjectionCharacters + "\n",
    };

    public static byte[] Write(IEnumerable<Reply> replies)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, Options, leaveOpen: true))
        {
            foreach (var row in replies.Select(Row).Prepend(Header))
            {
                csv.WriteRecord(row);
            }
        }

        return file.ToArray();
    }

    private static string[] Row(Reply reply) =>
    [
        At(reply.SentAt),
        At(reply.ChangedAt),
        reply.Name,
        reply.Organisation ?? reply.Entity ?? "",
        reply.Email ?? "",
        reply.Country ?? "",
        reply.NamesCountry ? "yes" : "no",
        string.Join(", ", reply.Offers),
        reply.Message,
        string.Join("\n\n", reply.Answers.Select(answer => $"{At(answer.At)}: {answer.Text}")),
    ];

    private static string At(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
