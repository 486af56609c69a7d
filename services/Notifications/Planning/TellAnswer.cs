using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

/// <summary>Only an acceptance is news; a refusal is seen on the site, by whoever looks.</summary>
internal sealed class TellAnswer(NotificationsDbContext db) : IEventHandler<IntroductionAnswered>
{
    public async Task HandleAsync(IntroductionAnswered message, EventContext context, CancellationToken cancellationToken)
    {
        await db.KeepAsync(new(message.IntroductionId, message.Version, message.FromMemberId, message.ToMemberId, message.Answer), cancellationToken);
        if (message.Answer == IntroductionAnswers.Accepted)
        {
            await db.PlanMailAsync<IntroductionAccepted>(message.FromMemberId, message.IntroductionId, cancellationToken: cancellationToken);
        }
    }
}
