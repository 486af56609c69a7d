using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Delivery;

/// <summary>Something that those hear of who answer for an entry.</summary>
/// <param name="Id">Made of what happened, so that it is told once.</param>
/// <param name="Owner"><c>country:MD</c> or <c>organisation:iom</c>.</param>
/// <param name="Title">Of the entry.</param>
/// <param name="Path">Where the mail leads, without culture.</param>
internal sealed record OwnerNotice(Guid Id, string Owner, string Title, string Path);

internal static class OwnerNotices
{
    /// <summary>Plans the mail for everybody who acts for the owner at this time.</summary>
    public static async Task TellOwnerAsync<TOccasion>(this NotificationsDbContext db, OwnerNotice notice, DateTimeOffset now, CancellationToken cancellationToken)
        where TOccasion : IMailOccasion
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into owner_notices (id, owner, title, path) values ({notice.Id}, {notice.Owner}, {notice.Title}, {notice.Path})
            on conflict (id) do nothing
            """,
            cancellationToken);
        foreach (var member in await db.ThoseWhoAnswerForAsync(notice.Owner, now, cancellationToken))
        {
            await db.PlanMailAsync<TOccasion>(member, notice.Id, cancellationToken: cancellationToken);
        }
    }

    /// <summary>Not for those who do not act for the owner any more.</summary>
    public static async Task<ComposedMail?> ComposeNoticeAsync<TOccasion>(this NotificationsDbContext db, PlannedMail planned, DateTimeOffset now, CancellationToken cancellationToken)
        where TOccasion : IMailOccasion
    {
        var notice = await db.OwnerNotices.AsNoTracking().SingleAsync(row => row.Id == planned.Subject, cancellationToken);
        var member = await db.MemberAsync(planned.Recipient, cancellationToken);
        return member.Reader is { } reader && await db.ActsForAsync(planned.Recipient, notice.Owner, now, cancellationToken) ? Mails.Compose<TOccasion>(reader, notice.Path, notice.Title) : null;
    }
}
