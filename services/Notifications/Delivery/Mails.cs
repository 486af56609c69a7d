using PfP.ServiceDefaults;

namespace PfP.Notifications.Delivery;

/// <summary>The texts of this service's mails (Mails.resx and its translations).</summary>
internal static class Mails
{
    private static readonly MailTexts Texts = new(typeof(Mails));

    /// <summary>A mail whose texts are named after its occasion: <c>IntroductionAsked.Subject</c>, <c>.Text</c>, <c>.Button</c>.</summary>
    /// <param name="values">What the texts have places for.</param>
    public static ComposedMail Compose<TOccasion>(MailRecipient reader, string path, params object[] values)
        where TOccasion : IMailOccasion => ComposeVariant<TOccasion>(reader, "", path, values);

    /// <param name="variant">Stands after the names of subject and text: <c>.Tomorrow</c>.</param>
    public static ComposedMail ComposeVariant<TOccasion>(MailRecipient reader, string variant, string path, params object[] values)
        where TOccasion : IMailOccasion
    {
        var name = typeof(TOccasion).Name;
        return new(reader, Said(reader, $"{name}.Subject{variant}", values), Said(reader, $"{name}.Text{variant}", values).Split("\n\n"))
        {
            Button = new(Said(reader, $"{name}.Button"), path),
        };
    }

    public static string Said(MailRecipient reader, string key, params object[] values) => Texts.For(reader, key, values);
}
