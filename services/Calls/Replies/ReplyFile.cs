using System.Globalization;
using PfP.ServiceDefaults.Files;

namespace PfP.Calls.Replies;

/// <summary>Replies as a table for a spreadsheet program.</summary>
internal static class ReplyFile
{
    private static readonly string[] Header = ["sent", "changed", "name", "for", "email", "country", "may be named", "offers", "message", "answers"];

    public static byte[] Write(IEnumerable<Reply> replies) => Spreadsheet.Write(replies.Select(Row).Prepend(Header));

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
