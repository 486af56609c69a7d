using System.Resources;

namespace PfP.ServiceDefaults;

/// <summary>Texts of mails from a .resx, in the reader's language instead of the current thread's.</summary>
public sealed class MailTexts(Type resource)
{
    private readonly ResourceManager texts = new(resource);

    /// <summary>The text of that key, its places filled.</summary>
    public string For(MailRecipient reader, string key, params object[] values)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var text = texts.GetString(key, reader.Culture) ?? throw new MissingManifestResourceException($"There is no text {key}.");
        return values.Length == 0 ? text : string.Format(reader.Culture, text, values);
    }
}
