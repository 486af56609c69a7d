using PfP.Chaos.Checks;
using PfP.Contracts;
using PfP.Contracts.Catalogue;

namespace PfP.Chaos;

/// <summary>Search starts for the first time, after all has been published: its queues have to have kept everything for it.</summary>
internal sealed class LateReader(Platform platform, StoredState stored, Verdict verdict, Stage stage)
{
    private static readonly TimeSpan SentWithin = TimeSpan.FromSeconds(60);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await UntilSentAsync(cancellationToken);
        foreach (var type in new[] { typeof(EntryPublished), typeof(EntryWithdrawn) })
        {
            var queue = Topology.Queues[type].Single(name => name.StartsWith("search-", StringComparison.Ordinal));
            var published = (await stored.EventsAsync(type, cancellationToken)).Count;
            var waiting = await platform.Broker.WaitingAsync(queue, cancellationToken);
            stage.Log($"{waiting ?? 0} messages of {published} events wait in {queue}");
            if (waiting is null || waiting < published)
            {
                verdict.Add(Problem.Lost, $"{waiting ?? 0} of {published} events wait in {queue}");
            }
        }

        await platform.Search.StartAsync(cancellationToken);
        stage.Log("search started for the first time");
    }

    private async Task UntilSentAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(SentWithin);
        while (await stored.UnsentAsync(limit.Token) > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5), limit.Token);
        }
    }
}
