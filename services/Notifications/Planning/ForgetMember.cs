using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.Notifications.Digests;
using PfP.Notifications.Matching;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

internal sealed class ForgetMember(NotificationsDbContext db) : IEventHandler<MemberErased>
{
    public async Task HandleAsync(MemberErased message, EventContext context, CancellationToken cancellationToken)
    {
        var id = message.MemberId;
        await db.LockInterestsAsync(id, cancellationToken);
        await db.LockFoundAsync(id, cancellationToken);
        await db.EraseAsync(message, cancellationToken);
        await db.ForgetMailAsync(id, cancellationToken);
        await db.Devices.Where(device => device.MemberId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Appointments.Where(appointment => appointment.MemberId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Submissions.Where(submission => submission.MemberId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Follows.Where(follow => follow.MemberId == id).ExecuteDeleteAsync(cancellationToken);
        await db.EntryFollows.Where(follow => follow.MemberId == id).ExecuteDeleteAsync(cancellationToken);
        await db.ForgetFoundAsync(id, cancellationToken);
        await db.Reminders.Where(reminder => reminder.MemberId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Preferences.Where(choices => choices.MemberId == id).ExecuteDeleteAsync(cancellationToken);
        await db.ForgetMatchesAsync(id, cancellationToken);
        await db.ForgetDeadLettersAsync(id, cancellationToken);
    }
}
