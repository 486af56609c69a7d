using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Catalogue;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.Notifications.Planning;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Delivery;

/// <summary>The latest step of a contribution, or of a call.</summary>
/// <param name="Step">One of <see cref="SubmissionMoves"/>.</param>
/// <param name="Field">The first field at which changes are asked for.</param>
/// <param name="OfCall">Whether it is a call, which has a form of its own.</param>
internal sealed record SubmissionStep(Guid Id, int Version, string Step, Guid MemberId, string? Field, bool OfCall);

internal static class SubmissionSteps
{
    public static Task KeepStepAsync(this NotificationsDbContext db, SubmissionStep step, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into submissions (id, version, step, member_id, field, of_call)
            values ({step.Id}, {step.Version}, {step.Step}, {step.MemberId}, {step.Field}, {step.OfCall})
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
                ? Compose<TOccasion>(reader, latest)
                : null;
    }

    public static ComposedMail Compose<TOccasion>(MailRecipient reader, SubmissionStep step)
        where TOccasion : IMailOccasion =>
        Mails.Compose<TOccasion>(reader, $"/contribute/{(step.OfCall ? "calls/" : "")}{step.Id}{(step.Field is { } field ? $"?field={field}" : "")}");
}
