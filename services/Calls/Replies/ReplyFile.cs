using System.Globalization;
using System.Text;

namespace PfP.Calls.Replies;

/// <summary>Replies as a table for a spreadsheet program, which reads UTF-8 where a mark begins the file.</summary>
internal static class ReplyFile
{
    private static readonly string[] Header = ["sent", "changed", "name", "for", "email", "country", "may be named", "offers", "message", "answers"];

    public static byte[] Write(IEnumerable<Reply> replies)
    {
        var text = string.Concat(replies.Select(Row).Prepend(Header).Select(cells => $"{string.Join(',', cells.Select(Cell))}\r\n"));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
    }

    /// <summary>In quotes, which keeps lines and commas; a spreadsheet program runs what begins like a formula, quoted or not, unless an apostrophe comes first.</summary>
    private static string Cell(string? text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text;
        return $"\"{safe?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string?[] Row(Reply reply) =>
    [
        At(reply.SentAt),
        At(reply.ChangedAt),
        reply.Name,
        reply.Organisation ?? reply.Entity,
        reply.Email,
        reply.Country,
        reply.NamesCountry ? "yes" : "no",
        string.Join(", ", reply.Offers),
        reply.Message,
        string.Join("\n\n", reply.Answers.Select(answer => $"{At(answer.At)}: {answer.Text}")),
    ];

    private static string At(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
