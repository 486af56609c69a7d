using PfP.Contracts.Catalogue.Api;
using PfP.Design.Languages;

namespace PfP.Portal.Text;

/// <summary>When an announced event is.</summary>
internal static class AnnouncementTexts
{
    /// <summary>On the clocks of its zone, which is named where an hour is.</summary>
    public static string When(AnnouncedEvent dates)
    {
        var (start, end) = (Moment(dates.From, dates.FromTime), dates.To == dates.From ? dates.ToTime is { } time ? Time(time) : null : Moment(dates.To, dates.ToTime));
        return $"{start}{(end is null ? null : $" – {end}")}{(dates.FromTime is null ? null : $" ({dates.Zone.Replace('_', ' ')})")}";
    }

    private static string Moment(DateOnly day, TimeOnly? time) => time is { } hour ? $"{day.ToString("D", SiteLanguage.Current.Culture)}, {Time(hour)}" : day.ToString("D", SiteLanguage.Current.Culture);

    private static string Time(TimeOnly time) => time.ToString("t", SiteLanguage.Current.Culture);
}
