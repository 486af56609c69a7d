using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Identity.Data;

namespace PfP.Identity.Members.Engagements;

internal static class EngagementAnswers
{
    /// <summary>A message of the other side is an answer; whoever opened the thread hears of the first. Leaves with the next SaveChanges.</summary>
    public static async Task AnswerEngagementAsync(this IdentityDbContext db, Guid thread, Reader by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await db.Engagements.FirstOrDefaultAsync(engagement => engagement.ThreadId == thread, cancellationToken) is { } engagement
            && engagement.AskedBy != by.Id && engagement.Answer(at))
        {
            db.PublishAnswer(engagement);
        }
    }

    /// <summary>What waits for an answer or an outcome needs none for somebody who has left. Of an answer at the same time one fails.</summary>
    public static Task WithdrawAsync(this IQueryable<Engagement> engagements, DateTimeOffset at, CancellationToken cancellationToken) =>
        engagements.Where(engagement => engagement.State != Engagement.Closed).ExecuteUpdateAsync(
            set => set.SetProperty(engagement => engagement.State, Engagement.Closed).SetProperty(engagement => engagement.Outcome, EngagementOutcomes.Withdrawn)
                .SetProperty(engagement => engagement.ClosedAt, at).SetProperty(engagement => engagement.Version, engagement => engagement.Version + 1),
            cancellationToken);

    /// <summary>To nobody where whoever opened it has left.</summary>
    public static void PublishAnswer(this IdentityDbContext db, Engagement engagement)
    {
        if (engagement.AskedBy is { } member)
        {
            db.Publish(new EngagementAnswered(engagement.ThreadId, engagement.Version, member, engagement.EntryTitle) { Outcome = engagement.Outcome });
        }
    }
}
