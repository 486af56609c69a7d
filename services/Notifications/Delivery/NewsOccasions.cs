using PfP.ServiceDefaults;

// One occasion for each thing that those hear of who follow a call or answer for it; their texts are named after it.
namespace PfP.Notifications.Delivery;

internal abstract class FollowersNews<TOccasion>(NewsMails mails) : IMailOccasion
    where TOccasion : FollowersNews<TOccasion>
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await mails.ToFollowerAsync<TOccasion>(planned, cancellationToken);
}

internal abstract class OwnersNews<TOccasion>(NewsMails mails) : IMailOccasion
    where TOccasion : OwnersNews<TOccasion>
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await mails.ToOwnerAsync<TOccasion>(planned, cancellationToken);
}

internal sealed class FollowedCallOpened(NewsMails mails) : FollowersNews<FollowedCallOpened>(mails);

internal sealed class FollowedCallExtended(NewsMails mails) : FollowersNews<FollowedCallExtended>(mails);

internal sealed class FollowedCallCancelled(NewsMails mails) : FollowersNews<FollowedCallCancelled>(mails);

internal sealed class FollowedCallReopened(NewsMails mails) : FollowersNews<FollowedCallReopened>(mails);

internal sealed class FollowedCallCompleted(NewsMails mails) : FollowersNews<FollowedCallCompleted>(mails);

internal sealed class FollowedCallClosed(NewsMails mails) : FollowersNews<FollowedCallClosed>(mails);

internal sealed class OwnCallPublished(NewsMails mails) : OwnersNews<OwnCallPublished>(mails);

internal sealed class OwnCallClosed(NewsMails mails) : OwnersNews<OwnCallClosed>(mails);

internal sealed class OwnOutcomeDue(NewsMails mails) : OwnersNews<OwnOutcomeDue>(mails);

internal sealed class OwnOutcomeOverdue(NewsMails mails) : OwnersNews<OwnOutcomeOverdue>(mails);
