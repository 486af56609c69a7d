using PfP.Contracts.Catalogue;
using PfP.Notifications.Data;
using PfP.ServiceDefaults;

// One occasion for each step that whoever sent a contribution or a call in hears of; their texts tell them apart.
namespace PfP.Notifications.Delivery;

internal sealed class SubmissionReceived(NotificationsDbContext db) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await db.ComposeStepAsync<SubmissionReceived>(SubmissionMoves.Submitted, planned, cancellationToken);
}

internal sealed class SubmissionChangesRequested(NotificationsDbContext db) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await db.ComposeStepAsync<SubmissionChangesRequested>(SubmissionMoves.ChangesRequested, planned, cancellationToken);
}

internal sealed class SubmissionPublished(NotificationsDbContext db) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await db.ComposeStepAsync<SubmissionPublished>(SubmissionMoves.Published, planned, cancellationToken);
}

internal sealed class SubmissionRefused(NotificationsDbContext db) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await db.ComposeStepAsync<SubmissionRefused>(SubmissionMoves.Refused, planned, cancellationToken);
}

internal sealed class CallReceived(NotificationsDbContext db) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await db.ComposeStepAsync<CallReceived>(SubmissionMoves.Submitted, planned, cancellationToken);
}

internal sealed class CallChangesRequested(NotificationsDbContext db) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await db.ComposeStepAsync<CallChangesRequested>(SubmissionMoves.ChangesRequested, planned, cancellationToken);
}

internal sealed class CallRefused(NotificationsDbContext db) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await db.ComposeStepAsync<CallRefused>(SubmissionMoves.Refused, planned, cancellationToken);
}
