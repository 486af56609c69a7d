using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Data;
using PfP.Notifications.Reminders;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Choices;

internal static class QuietPlanning
{
    /// <summary>That instant, or the end of the quiet hours in which it lies by the clock of that zone.</summary>
    public static DateTimeOffset After(this QuietHours quiet, DateTimeOffset at, string zone)
    {
        var (today, hour) = (Zones.Today(at, zone), Zones.Clock(at, zone).Hour);
        return quiet.Hold(hour) ? Zones.Instant(hour < quiet.To ? today : today.AddDays(1), new TimeOnly(quiet.To, 0), zone) : at;
    }

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
