using PfP.ServiceDefaults;

// One occasion for each thing that those hear of who follow a call or answer for it; their texts tell them apart.
namespace PfP.Notifications.Delivery;

internal sealed class FollowedCallOpened(NewsMails mails) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await mails.ToFollowerAsync<FollowedCallOpened>(planned, cancellationToken);
}

internal sealed class FollowedCallExtended(NewsMails mails) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await mails.ToFollowerAsync<FollowedCallExtended>(planned, cancellationToken);
}

internal sealed class FollowedCallCancelled(NewsMails mails) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await mails.ToFollowerAsync<FollowedCallCancelled>(planned, cancellationToken);
}

internal sealed class FollowedCallReopened(NewsMails mails) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await mails.ToFollowerAsync<FollowedCallReopened>(planned, cancellationToken);
}

internal sealed class FollowedCallCompleted(NewsMails mails) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await mails.ToFollowerAsync<FollowedCallCompleted>(planned, cancellationToken);
}

internal sealed class FollowedCallClosed(NewsMails mails) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await mails.ToFollowerAsync<FollowedCallClosed>(planned, cancellationToken);
}

internal sealed class OwnCallPublished(NewsMails mails) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await mails.ToOwnerAsync<OwnCallPublished>(planned, cancellationToken);
}

internal sealed class OwnCallClosed(NewsMails mails) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await mails.ToOwnerAsync<OwnCallClosed>(planned, cancellationToken);
}
