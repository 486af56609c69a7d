using PfP.Contracts.Catalogue;
using PfP.Notifications.Data;
using PfP.ServiceDefaults;

// One occasion for each step that whoever sent a contribution or a call in hears of; their texts are named after it.
namespace PfP.Notifications.Delivery;

/// <param name="step">One of <see cref="SubmissionMoves"/>.</param>
internal abstract class StepMail<TOccasion>(NotificationsDbContext db, string step) : IMailOccasion
    where TOccasion : StepMail<TOccasion>
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await db.ComposeStepAsync<TOccasion>(step, planned, cancellationToken);
}

internal sealed class SubmissionReceived(NotificationsDbContext db) : StepMail<SubmissionReceived>(db, SubmissionMoves.Submitted);

internal sealed class SubmissionChangesRequested(NotificationsDbContext db) : StepMail<SubmissionChangesRequested>(db, SubmissionMoves.ChangesRequested);

internal sealed class SubmissionPublished(NotificationsDbContext db) : StepMail<SubmissionPublished>(db, SubmissionMoves.Published);

internal sealed class SubmissionRefused(NotificationsDbContext db) : StepMail<SubmissionRefused>(db, SubmissionMoves.Refused);

internal sealed class SubmissionWithdrawn(NotificationsDbContext db) : StepMail<SubmissionWithdrawn>(db, SubmissionMoves.Withdrawn);

internal sealed class CallReceived(NotificationsDbContext db) : StepMail<CallReceived>(db, SubmissionMoves.Submitted);

internal sealed class CallChangesRequested(NotificationsDbContext db) : StepMail<CallChangesRequested>(db, SubmissionMoves.ChangesRequested);

internal sealed class CallRefused(NotificationsDbContext db) : StepMail<CallRefused>(db, SubmissionMoves.Refused);
