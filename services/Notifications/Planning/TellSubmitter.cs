using PfP.Contracts.Catalogue;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

/// <summary>Whoever sent a contribution in hears that it arrived and what was decided; taking it back is their own doing.</summary>
internal sealed class TellSubmitter(NotificationsDbContext db) : IEventHandler<SubmissionMoved>
{
    public async Task HandleAsync(SubmissionMoved message, EventContext context, CancellationToken cancellationToken)
    {
        await db.KeepStepAsync(new(message.SubmissionId, message.Version, message.Step, message.MemberId, message.Field, OfCall: false), cancellationToken);
        var subject = SubjectIds.Of(message.SubmissionId, message.Version);
        await (message.Step switch
        {
            SubmissionMoves.Submitted => db.PlanMailAsync<SubmissionReceived>(message.MemberId, subject, cancellationToken: cancellationToken),
            SubmissionMoves.ChangesRequested => db.PlanMailAsync<SubmissionChangesRequested>(message.MemberId, subject, cancellationToken: cancellationToken),
            SubmissionMoves.Published => db.PlanMailAsync<SubmissionPublished>(message.MemberId, subject, cancellationToken: cancellationToken),
            SubmissionMoves.Refused => db.PlanMailAsync<SubmissionRefused>(message.MemberId, subject, cancellationToken: cancellationToken),
            SubmissionMoves.Withdrawn => db.PlanMailAsync<SubmissionWithdrawn>(message.MemberId, subject, cancellationToken: cancellationToken),
            _ => Task.CompletedTask,
        });
    }
}
