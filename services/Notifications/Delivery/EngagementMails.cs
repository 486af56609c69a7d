using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

// That somebody wrote about an entry, and that those who answer for it wrote back: not who, and not what, which is read after sign-in.
namespace PfP.Notifications.Delivery;

internal abstract class EngagementNotice<TOccasion>(NotificationsDbContext db, TimeProvider clock) : IMailOccasion
    where TOccasion : EngagementNotice<TOccasion>
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await db.ComposeNoticeAsync<TOccasion>(planned, clock.GetUtcNow(), cancellationToken);
}

internal sealed class EntryAsked(NotificationsDbContext db, TimeProvider clock) : EngagementNotice<EntryAsked>(db, clock);

internal sealed class EntryJoinOffered(NotificationsDbContext db, TimeProvider clock) : EngagementNotice<EntryJoinOffered>(db, clock);

internal sealed class EntryToAdapt(NotificationsDbContext db, TimeProvider clock) : EngagementNotice<EntryToAdapt>(db, clock);

/// <param name="Id">Made of the thread and its version.</param>
/// <param name="Title">Of the entry.</param>
/// <param name="Outcome">One of <see cref="EngagementOutcomes"/>; null for the first answer.</param>
internal sealed record EngagementAnswer(Guid Id, Guid ThreadId, string Title, string? Outcome);

internal sealed class EntryAnswered(NotificationsDbContext db) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        var answer = await db.EngagementAnswers.AsNoTracking().SingleAsync(row => row.Id == planned.Subject, cancellationToken);
        var variant = answer.Outcome switch
        {
            null => "",
            EngagementOutcomes.Agreed => ".Agreed",
            _ => ".NotNow",
        };
        return (await db.MemberAsync(planned.Recipient, cancellationToken)).Reader is { } reader
            ? Mails.ComposeVariant<EntryAnswered>(reader, variant, $"/members/threads/{answer.ThreadId}", answer.Title)
            : null;
    }
}
