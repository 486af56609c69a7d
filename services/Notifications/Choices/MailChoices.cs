using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Data;
using PfP.Notifications.Reminders;

namespace PfP.Notifications.Choices;

/// <summary>Which mails a member wants, and when.</summary>
/// <param name="Days">Of <see cref="Ladder.Rungs"/>.</param>
/// <param name="Off">The kinds they do without.</param>
/// <param name="Frequency">One of <see cref="Frequencies"/>.</param>
/// <param name="QuietFrom">Null where they have no quiet hours, as is the end of these.</param>
internal sealed record MailChoices(Guid MemberId, int[] Days, int Hour, string[] Off, string Frequency, int? QuietFrom, int? QuietTo)
{
    public static MailChoices Default(Guid memberId) => new(memberId, [.. Ladder.Rungs], Ladder.DefaultHour, [], Frequencies.Weekly, null, null);

    public bool Wants(string kind) => !Off.Contains(kind);
}

internal static class MailChoiceRecords
{
    /// <summary>What the member chose, or what holds for who has not.</summary>
    public static async Task<MailChoices> ChoicesAsync(this NotificationsDbContext db, Guid memberId, CancellationToken cancellationToken) =>
        await db.Preferences.AsNoTracking().SingleOrDefaultAsync(chosen => chosen.MemberId == memberId, cancellationToken) ?? MailChoices.Default(memberId);

    public static Task ChooseAsync(this NotificationsDbContext db, MailChoices choices, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        insert into preferences (member_id, days, hour, "off", frequency, quiet_from, quiet_to)
        values ({choices.MemberId}, {choices.Days}, {choices.Hour}, {choices.Off}, {choices.Frequency}, {choices.QuietFrom}, {choices.QuietTo})
        on conflict (member_id) do update set
            days = excluded.days, hour = excluded.hour, "off" = excluded."off",
            frequency = excluded.frequency, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to
        """,
        cancellationToken);
}
