using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Identity.Data;

namespace PfP.Identity.Members.Introductions;

/// <summary>Introductions that cannot be answered any more, because one of the two has left.</summary>
internal static class Withdrawals
{
    public static Task<List<Introduction>> OpenIntroductionsAsync(this IdentityDbContext db, Guid member, CancellationToken cancellationToken) =>
        db.Introductions.Of(member).Where(introduction => introduction.State == Introduction.Open).ToListAsync(cancellationToken);

    /// <summary>Leaves with the next SaveChanges.</summary>
    public static void Withdraw(this IdentityDbContext db, IEnumerable<Introduction> introductions, DateTimeOffset at)
    {
        foreach (var introduction in introductions)
        {
            introduction.Answer(IntroductionAnswers.Withdrawn, at);
            db.PublishAnswer(introduction);
        }
    }

    public static void PublishAnswer(this IdentityDbContext db, Introduction introduction) => db.Publish(new IntroductionAnswered(
        introduction.Id, introduction.Version, introduction.FromId!.Value, introduction.ToId!.Value, introduction.State));
}
