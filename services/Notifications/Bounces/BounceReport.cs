using System.Text.RegularExpressions;
using MimeKit;

namespace PfP.Notifications.Bounces;

/// <param name="Recipient">The address of which it speaks.</param>
/// <param name="Status">Enhanced status code (RFC 3463).</param>
/// <param name="IsForGood">Whether nothing more is tried: neither delayed, nor refused for now.</param>
internal sealed record ReportedRecipient(string Recipient, string Status, bool IsForGood);

/// <summary>What a delivery status notification (RFC 3464) says of a mail of ours.</summary>
/// <param name="MessageKey">What stands before the @ of the Message-ID of the mail that it returns.</param>
internal sealed partial record BounceReport(string MessageKey, IReadOnlyList<ReportedRecipient> Recipients)
{
    public const string WholeMail = "message/rfc822";
    public const string ReportOnly = "multipart/report";

    // One of our mails has one recipient; a list that it led to may have some more.
    private const int MostRecipients = 50;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = 16 };

    /// <param name="contentType">Of the body: a whole mail, or the report with its boundary.</param>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static async Task<BounceReport> ReadAsync(ContentType contentType, Stream body, CancellationToken cancellationToken)
    {
        if (await ParseAsync(contentType, body, cancellationToken) is not Multipart { ContentType: var type } report || !type.IsMimeType("multipart", "report") || report.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status)
        {
            throw new FormatException("This is no delivery status notification (RFC 3464): it has no part message/delivery-status.");
        }

        var returned = report.Select(Returned).FirstOrDefault(headers => headers is not null)?[HeaderId.MessageId];
        if (returned is null || Key().Match(returned) is not { Success: true } key)
        {
            throw new FormatException("The report returns no mail of ours: there is no Message-ID of ours in what it returns.");
        }

        // The first group is about the report itself.
        var recipients = status.StatusGroups.Skip(1).Take(MostRecipients).Select(Of).OfType<ReportedRecipient>().ToList();
        return recipients.Count > 0
            ? new(key.Groups[1].Value, recipients)
            : throw new FormatException("The report names no recipient with an action and a status.");
    }

    private static async Task<MimeEntity?> ParseAsync(ContentType contentType, Stream body, CancellationToken cancellationToken)
    {
        try
        {
            return contentType.IsMimeType("message", "rfc822")
                ? (await MimeMessage.LoadAsync(Options, body, cancellationToken)).Body
                : await MimeEntity.LoadAsync(Options, contentType, body, cancellationToken);
        }
        catch (FormatException)
        {
            // Not even headers.
            return null;
        }
    }

    /// <summary>The headers of the mail that came back: of the whole, or alone.</summary>
    private static HeaderList? Returned(MimeEntity part) => part switch
    {
        TextRfc822Headers headers => headers.Message?.Headers,
        MessagePart whole => whole.Message?.Headers,
        _ => null,
    };

    private static ReportedRecipient? Of(HeaderList group)
    {
        var (recipient, action) = (group["Final-Recipient"], group["Action"]?.Trim());
        return recipient is not null && action is not null && Status().Match(group["Status"] ?? "") is { Success: true } status
            ? new(
                recipient[(recipient.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim().Trim('<', '>'),
                status.Groups[1].Value,
                action.Equals("failed", StringComparison.OrdinalIgnoreCase) && status.Groups[1].Value.StartsWith('5'))
            : null;
    }

    [GeneratedRegex("^<?([0-9a-f]{32})@[^@]+>?$")]
    private static partial Regex Key();

    /// <summary>A comment may follow.</summary>
    [GeneratedRegex(@"^\s*([245]\.\d{1,3}\.\d{1,3})(?!\S)")]
    private static partial Regex Status();
}
