using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace PfP.ServiceDefaults.Mail;

/// <summary>Makes the message that goes over the wire.</summary>
internal static class WireMail
{
    /// <summary>Text and HTML with their headers; throws FormatException where the recipient's address is none.</summary>
    public static MimeMessage Create(ComposedMail mail, DeliveryRow row, MailOptions options, DateTimeOffset at)
    {
        var (from, to) = (Parse(options.From), Parse(mail.To.Address));
        var layout = new MailLayout(mail, options.Origin);
        var message = new MimeMessage
        {
            Date = at.ToUniversalTime(),
            Subject = HeaderText.Clean(mail.Subject),
            MessageId = MessageId(row, from.Host),
            Body = new MultipartAlternative { Part("plain", layout.Text()), Part("html", layout.Html()) },
        };
        message.From.Add(new MailboxAddress(HeaderText.Clean(layout.SiteName), from.Address));
        message.To.Add(new MailboxAddress(HeaderText.Clean(mail.To.Name), to.Address));
        // Holiday answers to a machine help nobody (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.UnsubscribePath is { } path)
        {
            var unsubscribe = new Header(HeaderId.ListUnsubscribe, "");
            // On one line, as not every provider unfolds it before it looks for the address.
            unsubscribe.SetRawValue(Encoding.ASCII.GetBytes($" <{MailLayout.OnSite(options.Origin, path)}>\r\n"));
            message.Headers.Add(unsubscribe);
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }

    /// <summary>The same for every attempt, so that a mail whose receipt was lost is known when it comes again.</summary>
    private static string MessageId(DeliveryRow row, string domain)
    {
        // The column message_key says the same in SQL.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{row.Recipient}/{row.Subject}/{row.Occasion}"));
        return $"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}@{domain}";
    }

    // Base64 keeps the text as it is, whatever servers do to long lines.
    private static TextPart Part(string type, string content) => new(type) { Text = content, ContentTransferEncoding = ContentEncoding.Base64 };

    private static MailAddress Parse(string address) =>
        MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && address.All(IsPlain)
            ? parsed
            : throw new FormatException("No address that a mail can be sent to.");

    private static bool IsPlain(char character) => char.IsAscii(character) && !char.IsControl(character) && character is not (' ' or '<' or '>');
}
