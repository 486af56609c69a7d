using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Delivery;

internal sealed class IntroductionAccepted(NotificationsDbContext db) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        var introduction = await db.Introductions.AsNoTracking().SingleAsync(row => row.Id == planned.Subject, cancellationToken);
        var asking = await db.MemberAsync(introduction.FromMember, cancellationToken);
        var asked = await db.MemberAsync(introduction.ToMember, cancellationToken);
        return introduction.Answer == IntroductionAnswers.Accepted && asking.Reader is { } reader && asked.Name is { } name
            ? Mails.Compose<IntroductionAccepted>(reader, $"/members/introductions/{introduction.Id}", name)
            : null;
    }
}
