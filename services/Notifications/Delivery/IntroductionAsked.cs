using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Delivery;

/// <summary>Names who asks, and no address: what they wrote is read after sign-in.</summary>
internal sealed class IntroductionAsked(NotificationsDbContext db) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        var introduction = await db.Introductions.AsNoTracking().SingleAsync(row => row.Id == planned.Subject, cancellationToken);
        var asked = await db.MemberAsync(introduction.ToMember, cancellationToken);
        var asking = await db.MemberAsync(introduction.FromMember, cancellationToken);
        return introduction.Answer is null && asked.Reader is { } reader && asking.Name is { } name
            ? Mails.Compose<IntroductionAsked>(reader, $"/members/introductions/{introduction.Id}", name)
            : null;
    }
}
