using System.Globalization;
using PfP.Calls.Calls;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Submissions;

/// <summary>What a typed deadline and opening mean, and what they lack for that.</summary>
internal static class DeadlineRules
{
    public const string Field = "deadline";
    public const string OpensField = "opens";
    public const string OpensBefore = "It lies after the day on which the call opens.";

    // Beyond these no zone's rules are known.
    private const int EarliestYear = 2000;
    private const int LatestYear = 2100;
    private const string NoZone = "Choose its time zone, such as Europe/Chisinau.";

    /// <summary>Null where it is rolling or not understood.</summary>
    public static CallDeadline? Read(this TypedDeadline typed) =>
        (DateOf(typed), TimeOf(typed), Zone(typed)) switch
        {
            ({ } date, { } time, { } zone) when typed.Precision == CallDeadline.Minute => new(date, time, zone, CallDeadline.Minute),
            ({ } date, _, { } zone) when typed.Precision is CallDeadline.Day or CallDeadline.Month => new(date, null, zone, typed.Precision),
            _ => null,
        };

    /// <summary>Null where it is left out or not understood.</summary>
    public static CallOpening? Opening(CallForm form) => Day(form.Opens) is { } day && Zone(form.Deadline) is { } zone ? new(day, zone) : null;

    public static IEnumerable<Breach> Check(TypedDeadline typed, DateTimeOffset now) => typed.Precision switch
    {
        TypedDeadline.Rolling => [],
        CallDeadline.Minute or CallDeadline.Day or CallDeadline.Month => CheckDate(typed, now),
        _ => [new Breach(Field, "Say whether it is a moment, a day, a month or until further notice.")],
    };

    public static IEnumerable<Breach> Check(CallForm form, DateTimeOffset now)
    {
        var isOpening = Typed.Given(form.Opens) is not null;
        return
        [
            .. Check(form.Deadline, now),
            .. isOpening && Day(form.Opens) is null ? [new Breach(OpensField, "It is a day such as 2027-02-01.")] : Array.Empty<Breach>(),
            .. isOpening && form.Deadline.Precision == TypedDeadline.Rolling && Zone(form.Deadline) is null ? [new Breach(Field, NoZone)] : Array.Empty<Breach>(),
            .. Opening(form) is { } opening && form.Deadline.Read() is { } deadline && deadline.Instant() <= opening.Instant() ? [new Breach(Field, OpensBefore)] : Array.Empty<Breach>(),
        ];
    }

    private static IEnumerable<Breach> CheckDate(TypedDeadline typed, DateTimeOffset now)
    {
        if (DateOf(typed) is null)
        {
            yield return new Breach(Field, typed.Precision == CallDeadline.Month ? "It is a month such as 2027-03." : "It is a day such as 2027-03-01.");
        }

        if (typed.Precision == CallDeadline.Minute && TimeOf(typed) is null)
        {
            yield return new Breach(Field, "It has a time such as 17:00.");
        }

        if (Zone(typed) is null)
        {
            yield return new Breach(Field, NoZone);
        }

        if (typed.Read() is { } deadline && deadline.Instant() <= now)
        {
            yield return new Breach(Field, "It lies in the future.");
        }
    }

    private static DateOnly? DateOf(TypedDeadline typed) => typed.Precision == CallDeadline.Month ? Date(typed.Date, "yyyy-MM") : Day(typed.Date);

    private static DateOnly? Day(string? text) => Date(text, "yyyy-MM-dd");

    private static DateOnly? Date(string? text, string format) =>
        DateOnly.TryParseExact(text?.Trim(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= EarliestYear and <= LatestYear ? date : null;

    private static TimeOnly? TimeOf(TypedDeadline typed) =>
        TimeOnly.TryParseExact(typed.Time?.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string? Zone(TypedDeadline typed) => Typed.Given(typed.Zone) is { } zone && Zones.Exists(zone) ? zone : null;
}
