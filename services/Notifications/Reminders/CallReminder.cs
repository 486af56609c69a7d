using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Calls;
using PfP.Notifications.Choices;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Reminders;

/// <summary>That a deadline comes near. What was planned long ago is looked at again: the deadline, the following, and what the member wants.</summary>
internal sealed partial class CallReminder(NotificationsDbContext db, CallMails mails, TimeProvider clock, ILogger<CallReminder> logger) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var reminder = await db.Reminders.AsNoTracking().SingleOrDefaultAsync(row => row.Id == planned.Subject, cancellationToken);
        if (reminder is null || await CallAsync(reminder, cancellationToken) is not { } call || !call.IsOpenAt(now) || call.ClosesAt != reminder.ClosesAt)
        {
            return null;
        }

        var member = await db.MemberAsync(reminder.MemberId, cancellationToken);
        var choices = await db.ChoicesAsync(reminder.MemberId, cancellationToken);
        if (member.Reader is not { } reader || !choices.Wants(MailKinds.Reminders) || !choices.Days.Contains(reminder.Days))
        {
            return null;
        }

        var time = MemberClock.Of(member.TimeZone, choices.Hour);
        if (choices.Days.Any(days => days < reminder.Days && Ladder.DueAt(reminder.ClosesAt, days, time) <= now))
        {
            // After an outage the latest rung alone is of use.
            return null;
        }

        await LogThoseLeftOutAsync(reminder, choices, cancellationToken);
        var left = Ladder.LastDay(reminder.ClosesAt, time.Zone).DayNumber - Zones.Today(now, time.Zone).DayNumber;
        return Compose(mails, member.Id, reader, call, left);
    }

    /// <param name="daysLeft">Until the last day, by the reader's calendar.</param>
    public static ComposedMail Compose(CallMails mails, Guid memberId, MailRecipient reader, KnownCall call, int daysLeft)
    {
        var variant = daysLeft switch { 0 => ".Today", 1 => ".Tomorrow", _ => "" };
        return mails.Compose<CallReminder>(new(memberId, reader, MailKinds.Reminders), call, variant, daysLeft);
    }

    /// <summary>The call, if the member still follows it.</summary>
    private Task<KnownCall?> CallAsync(Reminder reminder, CancellationToken cancellationToken) => db.Calls.AsNoTracking().SingleOrDefaultAsync(
        call => call.Id == reminder.CallId && db.Follows.Any(follow => follow.CallId == call.Id && follow.MemberId == reminder.MemberId), cancellationToken);

    private async Task LogThoseLeftOutAsync(Reminder reminder, MailChoices choices, CancellationToken cancellationToken)
    {
        var missed = choices.Days.Where(days => days > reminder.Days).Select(days => Reminder.Of(reminder.MemberId, reminder.CallId, reminder.ClosesAt, days).Id).ToArray();
        var count = await db.UnsentMailAsync(reminder.MemberId, missed, cancellationToken);
        if (count > 0)
        {
            LogLeftOut(reminder.Id, reminder.CallId, count);
        }
    }

    [LoggerMessage(LogLevel.Information, "Reminder {Id} of call {Call} stands for {Count} earlier ones that could not be sent in time")]
    private partial void LogLeftOut(Guid id, Guid call, long count);
}
