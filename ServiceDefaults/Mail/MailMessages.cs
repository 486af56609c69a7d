using System.Net.Mail;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;

namespace PfP.ServiceDefaults.Mail;

/// <summary>Makes the message that goes over the wire: text and HTML, and the headers.</summary>
internal static class MailMessages
{
    public static MailMessage Create(ComposedMail mail, DeliveryRow row, MailOptions options)
    {
        var layout = new MailLayout(mail, options.Origin);
        var message = new MailMessage
        {
            From = new(options.From, layout.SiteName, Encoding.UTF8),
            Subject = HeaderText.Clean(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(mail.To.Address, HeaderText.Clean(mail.To.Name), Encoding.UTF8));
        message.Headers["Message-ID"] = MessageId(row, message.From.Host);
        // Holiday answers to a machine help nobody (RFC 3834).
        message.Headers["Auto-Submitted"] = "auto-generated";
        if (mail.UnsubscribePath is { } path)
        {
            message.Headers["List-Unsubscribe"] = $"<{MailLayout.OnSite(options.Origin, path)}>";
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        message.AlternateViews.Add(View(layout.Text(), MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(layout.Html(), MediaTypeNames.Text.Html));
        return message;
    }

    /// <summary>The same for every attempt, so that a mail whose receipt was lost is known when it comes again.</summary>
    public static string MessageId(DeliveryRow row, string domain)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{row.Recipient}/{row.Subject}/{row.Occasion}"));
        return $"<{Convert.ToHexStringLower(hash.AsSpan(0, 16))}@{domain}>";
    }

    private static AlternateView View(string content, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }
}
