using System.Diagnostics;
using Npgsql;
using PfP.Chaos.Processes;
using PfP.Contracts;
using PfP.Contracts.Catalogue;
using RabbitMQ.Client.Exceptions;

namespace PfP.Chaos.Checks;

/// <summary>Waits until nothing is on its way any more.</summary>
internal sealed class Quiet(StoredState stored, SearchedState searched, Broker broker, Stage stage)
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);

    /// <returns>How long it took, and what was still on its way when patience ended, if anything.</returns>
    public async Task<(TimeSpan After, string? Missing)> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            var missing = await MissingAsync(cancellationToken);
            if (missing is null || since.Elapsed > atMost)
            {
                stage.Log(missing is null ? $"quiet after {since.Elapsed.TotalSeconds:0.0} s" : $"not quiet after {since.Elapsed.TotalSeconds:0} s: {missing}");
                return (since.Elapsed, missing);
            }

            await Task.Delay(AskEvery, cancellationToken);
        }
    }

    private async Task<string?> MissingAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await stored.UnsentAsync(cancellationToken) is > 0 and var unsent)
            {
                return $"{unsent} events unsent";
            }

            foreach (var queue in Topology.Queues.Values.SelectMany(queues => queues).Where(IsRead))
            {
                if (await broker.WaitingAsync(queue, cancellationToken) is not 0 and var waiting)
                {
                    return waiting is null ? $"there is no queue {queue}" : $"{waiting} messages in {queue}";
                }
            }

            return await NotAppliedAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or HttpRequestException or BrokerUnreachableException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return exception.Message;
        }
    }

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
