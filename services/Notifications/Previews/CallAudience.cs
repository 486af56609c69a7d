using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Calls;
using PfP.Notifications.Choices;
using PfP.Notifications.Data;
using PfP.Notifications.Matching;
using PfP.Notifications.Members;
using PfP.Notifications.Reminders;

namespace PfP.Notifications.Previews;

/// <summary>How many would hear of a call as things are; numbers, and nobody's name.</summary>
/// <param name="Owners">Who answer for it.</param>
/// <param name="OtherFollowers">Those who do not.</param>
/// <param name="Reminded">Followers, by days before the deadline.</param>
internal sealed record CallAudience(int Owners, int Followers, int OtherFollowers, IReadOnlyDictionary<int, int> Reminded, int FocalPoints, int Offering);

internal static class CallAudiences
{
    public static async Task<CallAudience> AudienceAsync(this NotificationsDbContext db, KnownCall call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var owners = call.Owner is { } owner ? await db.ThoseWhoAnswerForAsync(owner, now, cancellationToken) : [];
        var followers = await db.Follows.Where(follow => follow.CallId == call.Id).Select(follow => follow.MemberId).ToListAsync(cancellationToken);
        var concerned = owners.Concat(followers).ToArray();
        var chosen = await db.Preferences.AsNoTracking().Where(choices => concerned.Contains(choices.MemberId)).ToDictionaryAsync(choices => choices.MemberId, cancellationToken);
        var matches = await db.MatchesToTellAsync(call, now, cancellationToken);

        MailChoices Choices(Guid member) => chosen.GetValueOrDefault(member) ?? MailChoices.Default(member);
        bool WantsNotices(Guid member) => Choices(member).Wants(MailKinds.Notices);
        bool IsReminded(Guid member, int days) => Choices(member) is var choices && choices.Wants(MailKinds.Reminders) && choices.Days.Contains(days);
        return new(
            owners.Count(WantsNotices),
            followers.Count(WantsNotices),
            followers.Except(owners).Count(WantsNotices),
            Ladder.Rungs.ToDictionary(days => days, days => followers.Count(member => IsReminded(member, days))),
            matches.Count(match => match.Country is not null),
            matches.Count(match => match.Country is null));
    }
}
