using PfP.ServiceDefaults;

namespace PfP.Notifications.Delivery;

/// <summary>The texts of this service's mails (Mails.resx and its translations).</summary>
internal static class Mails
{
    private static readonly MailTexts Texts = new(typeof(Mails));

    /// <summary>A mail whose texts are named after its occasion: <c>IntroductionAsked.Subject</c>, <c>.Text</c>, <c>.Button</c>.</summary>
    /// <param name="values">What the texts have places for.</param>
    public static ComposedMail Compose<TOccasion>(MailRecipient reader, string path, params object[] values)
        where TOccasion : IMailOccasion
    {
        var name = typeof(TOccasion).Name;
        return new(reader, Texts.For(reader, $"{name}.Subject", values), Texts.For(reader, $"{name}.Text", values).Split("\n\n"))
        {
            Button = new(Texts.For(reader, $"{name}.Button"), path),
        };
    }
}
