using System.Globalization;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;

namespace PfP.ServiceDefaults.Mail;

/// <summary>What goes over the wire: the envelope, and the message in ASCII.</summary>
internal sealed record WireMail(string From, string To, string Content)
{
    private const string Break = "\r\n";

    /// <summary>Text and HTML with their headers; throws FormatException where the recipient's address is none.</summary>
    public static WireMail Create(ComposedMail mail, DeliveryRow row, MailOptions options, DateTimeOffset at)
    {
        var (from, to) = (Parse(options.From), Parse(mail.To.Address));
        var layout = new MailLayout(mail, options.Origin);
        var boundary = $"pfp-{row.Id:N}";
        var headers = new List<string>
        {
            $"Date: {at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000",
            $"From: {HeaderText.Name(layout.SiteName)} <{from.Address}>",
            $"To: {HeaderText.Name(mail.To.Name)} <{to.Address}>",
            $"Subject: {HeaderText.Words(mail.Subject)}",
            $"Message-ID: {MessageId(row, from.Host)}",
            // Holiday answers to a machine help nobody (RFC 3834).
            "Auto-Submitted: auto-generated",
        };
        if (mail.UnsubscribePath is { } path)
        {
            headers.Add($"List-Unsubscribe: <{MailLayout.OnSite(options.Origin, path)}>");
            headers.Add("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        }

        headers.Add("MIME-Version: 1.0");
        headers.Add($"Content-Type: multipart/alternative; boundary=\"{boundary}\"");
        var parts = Part(boundary, "text/plain", layout.Text()) + Part(boundary, "text/html", layout.Html());
        return new(from.Address, to.Address, $"{string.Join(Break, headers)}{Break}{Break}{parts}--{boundary}--");
    }

    /// <summary>The same for every attempt, so that a mail whose receipt was lost is known when it comes again.</summary>
    private static string MessageId(DeliveryRow row, string domain)
    {
        // The column message_key says the same in SQL.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{row.Recipient}/{row.Subject}/{row.Occasion}"));
        return $"<{Convert.ToHexStringLower(hash.AsSpan(0, 16))}@{domain}>";
    }

    // Base64 holds neither a boundary nor a line of one dot.
    private static string Part(string boundary, string type, string content)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(content), Base64FormattingOptions.InsertLineBreaks);
        return $"--{boundary}{Break}Content-Type: {type}; charset=utf-8{Break}Content-Transfer-Encoding: base64{Break}{Break}{encoded}{Break}";
    }

    private static MailAddress Parse(string address) =>
        MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && address.All(IsPlain)
            ? parsed
            : throw new FormatException("No address that a mail can be sent to.");

    private static bool IsPlain(char character) => char.IsAscii(character) && !char.IsControl(character) && character is not (' ' or '<' or '>');
}
