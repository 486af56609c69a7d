using PfP.Notifications.Data;
using PfP.Notifications.Reminders;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Choices;

/// <summary>Hours of a member's day in which they get no mail about calls and what they follow; they may pass midnight.</summary>
internal sealed record QuietHours(int From, int To)
{
    /// <returns>Null where there are none, and for what cannot be any.</returns>
    public static QuietHours? Of(int? from, int? to) => from is >= 0 and <= 23 and { } begin && to is >= 0 and <= 23 and { } end && begin != end ? new(begin, end) : null;

    public bool Hold(int hour) => From < To ? hour >= From && hour < To : hour >= From || hour < To;

    /// <summary>That instant, or the end of the quiet hours in which it lies by the clock of that zone.</summary>
    public DateTimeOffset After(DateTimeOffset at, string zone)
    {
        var (today, hour) = (Zones.Today(at, zone), Zones.Clock(at, zone).Hour);
        return Hold(hour) ? Zones.Instant(hour < To ? today : today.AddDays(1), new TimeOnly(To, 0), zone) : at;
    }
}

internal static class QuietPlanning
{
    /// <summary>Plans a mail about calls or what a member follows: for now, or for the end of their quiet hours.</summary>
    public static async Task PlanQuietlyAsync<TOccasion>(this NotificationsDbContext db, Guid memberId, Guid subject, DateTimeOffset now, CancellationToken cancellationToken)
        where TOccasion : IMailOccasion =>
        await db.PlanMailAsync<TOccasion>(memberId, subject, await db.QuietUntilAsync(memberId, now, cancellationToken), cancellationToken);

    /// <summary>When the member may be written to.</summary>
    public static async Task<DateTimeOffset> QuietUntilAsync(this NotificationsDbContext db, Guid memberId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var choices = await db.ChoicesAsync(memberId, cancellationToken);
        return QuietHours.Of(choices.QuietFrom, choices.QuietTo)?.After(now, (await db.ClockOfAsync(memberId, cancellationToken)).Zone) ?? now;
    }
}
