using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Data;
using PfP.Notifications.Reminders;

namespace PfP.Notifications.Choices;

/// <summary>Which mails a member wants, and when.</summary>
/// <param name="Days">Of <see cref="Ladder.Rungs"/>.</param>
/// <param name="Off">The kinds they do without.</param>
internal sealed record MailChoices(Guid MemberId, int[] Days, int Hour, string[] Off)
{
    public static MailChoices Default(Guid memberId) => new(memberId, [.. Ladder.Rungs], Ladder.DefaultHour, []);

    public bool Wants(string kind) => !Off.Contains(kind);
}

internal static class MailChoiceRecords
{
    /// <summary>What the member chose, or what holds for who has not.</summary>
    public static async Task<MailChoices> ChoicesAsync(this NotificationsDbContext db, Guid memberId, CancellationToken cancellationToken) =>
        await db.Preferences.AsNoTracking().SingleOrDefaultAsync(chosen => chosen.MemberId == memberId, cancellationToken) ?? MailChoices.Default(memberId);

    public static Task ChooseAsync(this NotificationsDbContext db, MailChoices choices, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        insert into preferences (member_id, days, hour, "off") values ({choices.MemberId}, {choices.Days}, {choices.Hour}, {choices.Off})
        on conflict (member_id) do update set days = excluded.days, hour = excluded.hour, "off" = excluded."off"
        """,
        cancellationToken);
}
