using System.Globalization;

namespace PfP.ServiceDefaults;

/// <summary>Who reads a mail, and how it is written for them.</summary>
/// <param name="Language">en, fr or es; anything else reads English.</param>
/// <param name="TimeZone">IANA name; an unknown one reads UTC.</param>
public sealed record MailRecipient(string Address, string Name, string Language = "en", string TimeZone = "UTC")
{
    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(Language switch
    {
        "fr" => "fr-FR",
        "es" => "es-ES",
        _ => "en-GB",
    });

    /// <summary>The instant as the reader's clock and language say it, with the zone's name.</summary>
    public string Local(DateTimeOffset at)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var found) ? found : TimeZoneInfo.Utc;
        return $"{TimeZoneInfo.ConvertTime(at, zone).ToString("f", Culture)} ({zone.Id})";
    }
}
