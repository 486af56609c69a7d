using PfP.Chaos.Processes;
using PfP.Contracts;
using PfP.Contracts.Catalogue;

namespace PfP.Chaos.Checks;

/// <summary>Whether all that the catalogue told has arrived in search.</summary>
internal sealed class NothingUnderWay(StoredState stored, SearchedState searched, Broker broker)
{
    public async Task<string?> MissingAsync(CancellationToken cancellationToken) =>
        await stored.UnsentAsync(cancellationToken) is > 0 and var unsent
            ? $"{unsent} events unsent"
            : await broker.FirstWaitingAsync(Topology.Queues.Values.SelectMany(queues => queues).Where(IsRead), cancellationToken) ?? await NotAppliedAsync(cancellationToken);

    // Nobody reads what members are told by mail: that service does not run here.
    private static bool IsRead(string queue) => !queue.StartsWith("notifications-", StringComparison.Ordinal);

    // A message that is being handled is in no queue's count any more.
    private async Task<string?> NotAppliedAsync(CancellationToken cancellationToken)
    {
        var events = (await stored.EventsAsync(typeof(EntryPublished), cancellationToken)).Concat(await stored.EventsAsync(typeof(EntryWithdrawn), cancellationToken));
        var unhandled = events.Except(await stored.HandledAsync(cancellationToken)).Count();
        if (unhandled > 0)
        {
            return $"{unhandled} events unhandled";
        }

        var found = await searched.CountPracticesAsync(cancellationToken);
        var all = (await stored.PublicPracticesAsync(cancellationToken)).Count;
        return found == all ? null : $"search has {found} of {all} practices";
    }
}
