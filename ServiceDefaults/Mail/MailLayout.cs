using System.Text;
using System.Text.Encodings.Web;

namespace PfP.ServiceDefaults.Mail;

/// <summary>Greeting, paragraphs, one button and a footer, in the site's look and as plain text.</summary>
internal sealed class MailLayout(ComposedMail mail, Uri origin)
{
    private static readonly MailTexts Texts = new(typeof(Layout));

    public string SiteName => Said("Site");

    public string Text()
    {
        var text = new StringBuilder().AppendLine(Greeting).AppendLine();
        foreach (var paragraph in mail.Paragraphs)
        {
            text.AppendLine(paragraph).AppendLine();
        }

        foreach (var item in mail.Items)
        {
            text.AppendLine(item.Title).AppendLine(Address(item.Path)).AppendJoin('\n', item.Lines).AppendLine().AppendLine();
        }

        foreach (var link in mail.Links.Prepend(mail.Button).OfType<MailButton>())
        {
            text.AppendLine(link.Label).AppendLine(Address(link.Path)).AppendLine();
        }

        // Two hyphens and a space: mail programs know a signature by it.
        var footer = mail.UnsubscribePath is { } path ? Footer.Append(Said("Unsubscribe")).Append(OnSite(origin, path)) : Footer;
        return text.AppendLine("-- ").AppendJoin('\n', footer).AppendLine().Replace("\r\n", "\n").Replace("\n", "\r\n").ToString();
    }

    public string Html()
    {
        var paragraphs = string.Concat(mail.Paragraphs.Select(paragraph => $"<p style=\"margin:0 0 16px\">{Encode(paragraph)}</p>\n"));
        var footer = string.Join("<br>\n", Footer.Select(Encode)) + Unsubscribe();
        return $"""
            <!DOCTYPE html>
            <html lang="{mail.To.Culture.TwoLetterISOLanguageName}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Encode(mail.Subject)}</title></head>
            <body style="margin:0;background:#f6f4ee;color:#16242f;font:16px/1.6 system-ui,'Segoe UI',Roboto,Arial,sans-serif">
            <div style="max-width:600px;margin:0 auto;padding:24px">
            <p style="margin:0 0 16px;font:600 20px/1.2 Georgia,serif;color:#0b2e4f">{Encode(SiteName)}</p>
            <div style="padding:24px;background:#ffffff;border-top:4px solid #0a6670">
            <p style="margin:0 0 16px">{Encode(Greeting)}</p>
            {paragraphs}{Items()}{Button()}{Links()}</div>
            <p style="margin:16px 0 0;font-size:13px;color:#4d5d69">{footer}</p>
            </div>
            </body>
            </html>
            """.ReplaceLineEndings("\r\n");
    }

    private string Greeting => Said("Greeting", mail.To.Name);

    private IEnumerable<string> Footer => new[] { mail.Reason, Said("Footer"), origin.ToString() }.OfType<string>();

    private string Button() => mail.Button is { } button
        ? $"""
            <p style="margin:24px 0 8px"><a href="{Encode(Address(button.Path))}" style="display:inline-block;padding:11px 21px;border-radius:3px;background:#0a6670;color:#ffffff;font-weight:600;text-decoration:none">{Encode(button.Label)}</a></p>

            """
        : "";

    private string Items() => string.Concat(mail.Items.Select(item =>
    {
        var lines = string.Concat(item.Lines.Select(line => $"<br>\n{Encode(line)}"));
        return $"<p style=\"margin:0 0 16px\"><a href=\"{Encode(Address(item.Path))}\"{Language(item)} style=\"color:#0a6670;font-weight:600\">{Encode(item.Title)}</a>{lines}</p>\n";
    }));

    private string Language(MailItem item) => item.Language is { } language && language != mail.To.Culture.TwoLetterISOLanguageName ? $" lang=\"{Encode(language)}\"" : "";

    private string Links() => string.Concat(mail.Links.Select(
        link => $"<p style=\"margin:8px 0 0\"><a href=\"{Encode(Address(link.Path))}\" style=\"color:#0a6670\">{Encode(link.Label)}</a></p>\n"));

    private string Unsubscribe() => mail.UnsubscribePath is { } path ? $"<br>\n<a href=\"{Encode(OnSite(origin, path))}\" style=\"color:#4d5d69\">{Encode(Said("Unsubscribe"))}</a>" : "";

    private string Address(string path) =>
        OnSite(origin, mail.To.Culture.TwoLetterISOLanguageName is var language and not "en" ? $"/{language}{path}" : path);

    /// <summary>A path only, so that no mail leads to another site.</summary>
    public static string OnSite(Uri origin, string path) => new Uri(origin, $"/{path.TrimStart('/', '\\')}").AbsoluteUri;

    private string Said(string key, params object[] values) => Texts.For(mail.To, key, values);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
