using System.Globalization;
using Microsoft.Extensions.Localization;
using PfP.Contracts.Calls.Api;
using PfP.Design.Languages;
using PfP.Design.Resources;
using PfP.Portal.Resources;
using PfP.Vocabularies;

namespace PfP.Portal.Text;

/// <summary>Deadlines of calls in words, in the language of the page.</summary>
internal static class Deadlines
{
    private const string Minute = "minute";
    private const string Month = "month";

    /// <summary>"1 March 2027, 17:00", "1 March 2027" or "March 2027", as the owner states it.</summary>
    public static string Date(IStringLocalizer<CallTexts> callTexts, DeadlineResponse deadline) => deadline.Precision switch
    {
        Minute => callTexts["Deadline.Minute", Day(deadline.Date), deadline.Time!.Value.ToString("HH:mm", CultureInfo.InvariantCulture)],
        Month => deadline.Date.ToString("MMMM yyyy", SiteLanguage.Current.Culture),
        _ => Day(deadline.Date),
    };

    /// <summary>What the date means where the owner is: the zone, and that a day lasts to its end.</summary>
    public static string Explanation(IStringLocalizer<CallTexts> callTexts, DeadlineResponse deadline) => deadline.Precision switch
    {
        Minute => callTexts["Deadline.Zone", Place(deadline.Zone)],
        Month => callTexts["Deadline.EndOfMonth"],
        _ => callTexts["Deadline.EndOfDay", Place(deadline.Zone)],
    };

    public static string Utc(IStringLocalizer<CallTexts> callTexts, DateTimeOffset at) =>
        callTexts["Deadline.Utc", callTexts["Deadline.Minute", Day(DateOnly.FromDateTime(at.UtcDateTime)), at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)].Value];

    public static string DaysLeft(IStringLocalizer<CallTexts> callTexts, int days) => days == 0 ? callTexts["Days.Today"] : callTexts.Count("Days", days);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", SiteLanguage.Current.Culture);

    /// <summary>"Open", "Archived, informal"</summary>
    public static string Status(IStringLocalizer<CallTexts> callTexts, CallSummary call) =>
        call.Status is { } status ? Vocabulary.CallStatuses.LabelOf(status) : callTexts["Status.archived"];

    /// <summary>Machine-readable, for the element time.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // "America/Argentina/Buenos_Aires" is read as "Buenos Aires".
    private static string Place(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
