using PfP.Contracts.Mail.Api;
using PfP.ServiceDefaults.Mail;

namespace PfP.ServiceDefaults;

/// <summary>Shows mails as they would be sent, to people who are none of their readers.</summary>
/// <param name="origin">That of the links in mails.</param>
public sealed class MailPreviews(Uri origin)
{
    /// <summary>A mail has its styles in itself and nothing else: shown in a frame of our own pages, it runs and fetches nothing, and leads nowhere.</summary>
    public const string ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

    private static readonly MailTexts Texts = new(typeof(Layout));

    /// <summary>The name that stands in the rows of planned mails.</summary>
    public static string OccasionOf<TOccasion>()
        where TOccasion : IMailOccasion => MailOccasions.NameOf(typeof(TOccasion));

    /// <summary>Nobody, who reads that language and lives in that zone; without an address.</summary>
    public static MailRecipient Reader(string language, string zone)
    {
        var unnamed = new MailRecipient("", "", language, zone);
        return unnamed with { Name = Texts.For(unnamed, "Reader") };
    }

    public MailPreview Of(ComposedMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var layout = new MailLayout(mail, origin);
        return new(mail.Subject, layout.Text(), layout.Html());
    }
}
