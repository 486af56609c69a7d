using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

internal sealed class AskForIntroduction(NotificationsDbContext db) : IEventHandler<IntroductionRequested>
{
    public async Task HandleAsync(IntroductionRequested message, EventContext context, CancellationToken cancellationToken)
    {
        await db.KeepAsync(new(message.IntroductionId, message.Version, message.FromMemberId, message.ToMemberId, null), cancellationToken);
        await db.PlanMailAsync<IntroductionAsked>(message.ToMemberId, message.IntroductionId, cancellationToken: cancellationToken);
    }
}
