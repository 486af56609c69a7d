using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Members;

/// <summary>For whom a member acts.</summary>
internal sealed record Appointment(Guid MemberId, int Version, string? Entity, string[] Roles, DateTimeOffset? Until)
{
    public bool IsFor(string entity, DateTimeOffset now) => Entity == entity && Roles.Length > 0 && (Until is null || Until > now);
}

internal static class Appointments
{
    public static Task AppointAsync(this NotificationsDbContext db, MemberAppointed appointed, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into appointments (member_id, version, entity, roles, until)
            values ({appointed.MemberId}, {appointed.Version}, {appointed.Entity}, {appointed.Roles.ToArray()}, {appointed.Until?.ToUniversalTime()})
            on conflict (member_id) do update set version = excluded.version, entity = excluded.entity, roles = excluded.roles, until = excluded.until
            where appointments.version < excluded.version
            """,
            cancellationToken);

    /// <summary>Whether the member acts for a country or organisation at that time.</summary>
    public static async Task<bool> ActsForAsync(this NotificationsDbContext db, Guid memberId, string entity, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await db.Appointments.AsNoTracking().SingleOrDefaultAsync(row => row.MemberId == memberId, cancellationToken))?.IsFor(entity, now) == true;

    /// <summary>The focal points of a country or organisation; where it has none, its members.</summary>
    public static async Task<IReadOnlyList<Guid>> ThoseWhoAnswerForAsync(this NotificationsDbContext db, string entity, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var appointed = await db.Appointments.AsNoTracking().Where(appointment => appointment.Entity == entity).ToListAsync(cancellationToken);
        var acting = appointed.Where(appointment => appointment.IsFor(entity, now)).ToLookup(appointment => appointment.Roles.Contains(Roles.FocalPoint));
        return [.. (acting.Contains(true) ? acting[true] : acting[false]).Select(appointment => appointment.MemberId)];
    }
}
