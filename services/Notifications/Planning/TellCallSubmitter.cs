using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Notifications.Calls;
using PfP.Notifications.Choices;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

/// <summary>Whoever sent a call in hears that it arrived and what was decided.</summary>
internal sealed class TellCallSubmitter(NotificationsDbContext db, TimeProvider clock) : IEventHandler<CallMoved>
{
    public async Task HandleAsync(CallMoved message, EventContext context, CancellationToken cancellationToken)
    {
        await db.KeepStepAsync(new(message.CallId, message.Version, message.Step, message.MemberId, message.Field, OfCall: true), cancellationToken);
        var (member, subject) = (message.MemberId, SubjectIds.Of(message.CallId, message.Version));
        await (message.Step switch
        {
            SubmissionMoves.Submitted => db.PlanMailAsync<CallReceived>(member, subject, cancellationToken: cancellationToken),
            SubmissionMoves.ChangesRequested => db.PlanMailAsync<CallChangesRequested>(member, subject, cancellationToken: cancellationToken),
            SubmissionMoves.Refused => db.PlanMailAsync<CallRefused>(member, subject, cancellationToken: cancellationToken),
            // The same mail that goes to all who answer for the owner: who is both gets one.
            SubmissionMoves.Published => db.PlanQuietlyAsync<OwnCallPublished>(member, CallNews.PublicationOf(message.CallId), clock.GetUtcNow(), cancellationToken),
            _ => Task.CompletedTask,
        });
    }
}
