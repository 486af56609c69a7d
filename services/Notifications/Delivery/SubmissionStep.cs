using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Catalogue;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.Notifications.Planning;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Delivery;

/// <summary>The latest step of a contribution.</summary>
/// <param name="Step">One of <see cref="SubmissionMoves"/>.</param>
/// <param name="Field">The first field at which changes are asked for.</param>
internal sealed record SubmissionStep(Guid Id, int Version, string Step, Guid MemberId, string? Field);

internal static class SubmissionSteps
{
    public static Task KeepStepAsync(this NotificationsDbContext db, SubmissionMoved moved, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into submissions (id, version, step, member_id, field)
            values ({moved.SubmissionId}, {moved.Version}, {moved.Step}, {moved.MemberId}, {moved.Field})
            on conflict (id) do update set
                version = excluded.version, step = excluded.step, member_id = excluded.member_id, field = excluded.field
            where submissions.version < excluded.version
            """,
            cancellationToken);

    /// <summary>The mail that tells the member of that step, or null where the contribution has moved on since.</summary>
    public static async Task<ComposedMail?> ComposeStepAsync<TOccasion>(
        this NotificationsDbContext db, string step, PlannedMail planned, CancellationToken cancellationToken)
        where TOccasion : IMailOccasion
    {
        var taken = await db.Submissions.AsNoTracking().Where(row => row.MemberId == planned.Recipient && row.Step == step).ToListAsync(cancellationToken);
        return taken.Find(row => SubjectIds.Of(row.Id, row.Version) == planned.Subject) is { } latest
            && (await db.MemberAsync(planned.Recipient, cancellationToken)).Reader is { } reader
                ? Mails.Compose<TOccasion>(reader, $"/contribute/{latest.Id}{(latest.Field is { } field ? $"?field={field}" : "")}")
                : null;
    }
}
