using System.Globalization;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;
using PfP.Vocabularies;
using Bounds = PfP.Contracts.Catalogue.Api.Announcements;

namespace PfP.Catalogue.Announcements;

/// <summary>What an announcement must say, and what it says once it is read.</summary>
internal static class AnnouncementRules
{
    private const string TimeFormat = "HH:mm";

    public static (AnnouncementContent? Content, IReadOnlyList<Breach> Breaches) Read(AnnouncementForm form)
    {
        IReadOnlyList<Breach> breaches = [.. Check(form), .. IsEvent(form) ? CheckEvent(form) : []];
        return breaches.Count > 0
            ? (null, breaches)
            : (new(Typed.Given(form.Title)!, Typed.Given(form.Text)!, form.Language!, Typed.Day(form.ShownFrom)!.Value, Typed.Given(form.Link), IsEvent(form) ? Event(form) : null), []);
    }

    public static AnnouncementForm FormOf(AnnouncementContent content) => new(
        content.Title, content.Text, content.Language, Typed.Of(content.ShownFrom), content.Link,
        Typed.Of(content.Event?.From), Shown(content.Event?.FromTime), Typed.Of(content.Event?.To), Shown(content.Event?.ToTime), content.Event?.Place, content.Event?.Zone);

    private static IEnumerable<Breach> Check(AnnouncementForm form) =>
    [
        .. Breach.Require("title", Typed.Given(form.Title) is { } title && PlainText.IsLine(title, Bounds.LongestTitle), $"It is one line of at most {Bounds.LongestTitle} characters."),
        .. Breach.Require("text", Typed.Given(form.Text) is { } text && PlainText.IsParagraphs(text, Bounds.LongestText), $"It has 1 to {Bounds.LongestText} characters."),
        .. Breach.Require("language", Vocabulary.Languages.Find(form.Language) is not null, "It is not in the vocabulary."),
        .. Breach.Require("shownFrom", Typed.Day(form.ShownFrom) is not null, "It is a day such as 2026-03-14."),
        .. Breach.Require(
            "link",
            Typed.Given(form.Link) is not { } link || (PlainText.IsLine(link, Bounds.LongestLink) && Addresses.IsSecureWeb(link)),
            $"It is an address that begins with https://, of at most {Bounds.LongestLink} characters."),
    ];

    private static IEnumerable<Breach> CheckEvent(AnnouncementForm form) =>
    [
        .. Breach.Require("eventFrom", Typed.Day(form.EventFrom) is not null, "An event has a day such as 2026-03-14."),
        .. Breach.Require("eventFromTime", IsTime(form.EventFromTime), "It is a time such as 14:30."),
        .. Breach.Require("eventTo", Typed.Given(form.EventTo) is null || Typed.Day(form.EventTo) is not null, "It is a day such as 2026-03-14."),
        .. Breach.Require("eventToTime", IsTime(form.EventToTime) && (Typed.Given(form.EventToTime) is null || Typed.Given(form.EventFromTime) is not null), "It is a time such as 14:30, and the beginning has one too."),
        .. Breach.Require("place", Typed.Given(form.Place) is { } place && PlainText.IsLine(place, Bounds.LongestPlace), $"An event has a place, of at most {Bounds.LongestPlace} characters."),
        .. Breach.Require("zone", form.Zone is { Length: > 0 } zone && Zones.Exists(zone), "An event has a time zone of the IANA database."),
        .. Breach.Require("eventTo", !IsBackwards(form), "It is before the beginning."),
    ];

    private static bool IsEvent(AnnouncementForm form) =>
        new[] { form.EventFrom, form.EventFromTime, form.EventTo, form.EventToTime, form.Place, form.Zone }.Any(typed => Typed.Given(typed) is not null);

    private static EventDates Event(AnnouncementForm form) => new(
        Typed.Day(form.EventFrom)!.Value, Time(form.EventFromTime), Typed.Day(form.EventTo) ?? Typed.Day(form.EventFrom)!.Value, Time(form.EventToTime), Typed.Given(form.Place)!, form.Zone!);

    private static bool IsBackwards(AnnouncementForm form)
    {
        var (from, to) = (Typed.Day(form.EventFrom), Typed.Day(form.EventTo) ?? Typed.Day(form.EventFrom));
        return to < from || (to == from && Time(form.EventToTime) < Time(form.EventFromTime));
    }

    private static bool IsTime(string? typed) => Typed.Given(typed) is null || Time(typed) is not null;

    private static TimeOnly? Time(string? typed) =>
        TimeOnly.TryParseExact(typed?.Trim(), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string Shown(TimeOnly? time) => time?.ToString(TimeFormat, CultureInfo.InvariantCulture) ?? "";
}
