using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Data;

namespace PfP.Notifications.Delivery;

/// <summary>Who asked whom, and what was answered so far.</summary>
internal sealed record Introduction(Guid Id, int Version, Guid FromMember, Guid ToMember, string? Answer);

internal static class IntroductionRecords
{
    public static Task KeepAsync(this NotificationsDbContext db, Introduction introduction, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into introductions (id, version, from_member, to_member, answer)
            values ({introduction.Id}, {introduction.Version}, {introduction.FromMember}, {introduction.ToMember}, {introduction.Answer})
            on conflict (id) do update set version = excluded.version, answer = excluded.answer where introductions.version < excluded.version
            """,
            cancellationToken);
}
