using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Delivery;

/// <summary>Not sent to those who do not act for the owner any more.</summary>
internal sealed class PracticeReviewDue(NotificationsDbContext db, TimeProvider clock) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        var review = await db.DueReviews.AsNoTracking().SingleAsync(row => row.Id == planned.Subject, cancellationToken);
        var appointment = await db.Appointments.AsNoTracking().SingleOrDefaultAsync(row => row.MemberId == planned.Recipient, cancellationToken);
        var member = await db.MemberAsync(planned.Recipient, cancellationToken);
        return member.Reader is { } reader && appointment?.IsFor(review.Owner, clock.GetUtcNow()) == true
            ? Mails.Compose<PracticeReviewDue>(reader, $"/contribute/practices/{review.Slug}", review.Title)
            : null;
    }
}
