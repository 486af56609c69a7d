using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Data;

namespace PfP.Notifications.Delivery;

/// <summary>A practice that is due for review.</summary>
/// <param name="Id">Made of the entry and the day.</param>
/// <param name="Owner"><c>country:MD</c> or <c>organisation:iom</c>.</param>
internal sealed record DueReview(Guid Id, string Slug, string Title, string Owner, DateOnly DueOn);

internal static class DueReviews
{
    public static Task KeepReviewAsync(this NotificationsDbContext db, DueReview review, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into reviews_due (id, slug, title, owner, due_on) values ({review.Id}, {review.Slug}, {review.Title}, {review.Owner}, {review.DueOn})
            on conflict (id) do nothing
            """,
            cancellationToken);
}
