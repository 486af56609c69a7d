using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using PfP.ServiceDefaults;

namespace PfP.Search.Engines.Elastic;

/// <summary>
/// Writes changes to one index, those that wait together. While the server is away or has too much to do they wait, and so do the messages
/// that they come from.
/// </summary>
internal sealed partial class IndexWriter(ElasticAliases aliases, ElasticClient client, string index, DocumentReader reader, KnownDocuments known, ILogger logger) : IAsyncDisposable
{
    private const int MostAtOnce = 1000;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly BulkWriter bulk = new(client);
    private readonly EntryFields fields = new(known, aliases.Writer);
    private readonly Channel<Waiting> waiting = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource stopping = new();
    private Task writing = Task.CompletedTask;

    public void Start() => writing = Task.Run(WriteAsync);

    /// <param name="replayed">A service whose changes are all among those before.</param>
    public async Task EnqueueAsync(IReadOnlyList<IndexChange> changes, string? replayed, CancellationToken cancellationToken)
    {
        var entry = new Waiting(changes, replayed);
        await waiting.Writer.WriteAsync(entry, cancellationToken);
        await entry.Done.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        // What a server that is well takes anyway need not be delivered again.
        await Task.WhenAny(writing, Task.Delay(LongestPause));
        await stopping.CancelAsync();
        await writing;
    }

    private async Task WriteAsync()
    {
        var batch = new List<Waiting>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            for (var changes = 0; changes < MostAtOnce && waiting.Reader.TryRead(out var next); changes += Math.Max(1, next.Changes.Count))
            {
                batch.Add(next);
            }
            try
            {
                var refused = await WriteAsync(batch);
                batch.ForEach(entry => entry.Complete(refused));
            }
#pragma warning disable CA1031 // whatever fails is the caller's to know: its message is then delivered again
            catch (Exception failure)
#pragma warning restore CA1031
            {
                batch.ForEach(entry => entry.Done.TrySetException(failure));
            }
        }
    }

    /// <returns>What the server does not take, by id, with its reasons.</returns>
    private async Task<Dictionary<string, string>> WriteAsync(List<Waiting> batch)
    {
        // Of several versions in one batch only the highest matters.
        var changes = batch.SelectMany(entry => entry.Changes).GroupBy(change => change.Id).Select(group => group.MaxBy(change => change.Version)!).ToDictionary(change => change.Id.ToString());
        var left = changes.Values.Select(ItemOf).Concat(batch.Select(entry => entry.Replayed).OfType<string>().Distinct().Select(MarkOf)).ToList();
        var (refused, unsure) = (new Dictionary<string, string>(), new List<Guid>());
        for (var attempt = 1; left.Count > 0 || unsure.Count > 0; attempt++)
        {
            try
            {
                left = await WriteAsync(left, changes, refused, unsure);
                await LearnAsync(unsure);
                unsure.Clear();
            }
            catch (EngineUnavailableException failure)
            {
                LogWaiting(left.Count, failure.Message);
            }
            if (left.Count > 0 || unsure.Count > 0)
            {
                await Task.Delay(Backoff.After(attempt, FirstPause, LongestPause), stopping.Token);
            }
        }
        return refused;
    }

    /// <summary>To every index that must have it. Only what all have taken is done.</summary>
    /// <returns>What is to be tried again.</returns>
    private async Task<List<BulkItem>> WriteAsync(List<BulkItem> items, Dictionary<string, IndexChange> changes, Dictionary<string, string> refused, List<Guid> unsure)
    {
        var again = new HashSet<BulkItem>();
        foreach (var target in items.Count == 0 ? [] : await aliases.TargetsAsync(index, stopping.Token))
        {
            foreach (var (item, (outcome, reason)) in items.Zip(await bulk.WriteAsync(target, items, stopping.Token)))
            {
                if (outcome == BulkOutcome.Busy)
                {
                    again.Add(item);
                }
                else if (outcome == BulkOutcome.Refused)
                {
                    refused[item.Id] = reason!;
                }
                else if (target == index && changes.TryGetValue(item.Id, out var change))
                {
                    Note(change, outcome, unsure);
                }
            }
        }
        return [.. again];
    }

    private void Note(IndexChange change, BulkOutcome outcome, List<Guid> unsure)
    {
        if (outcome == BulkOutcome.Written)
        {
            known.Note(change.Id, change.Version, change.Document);
        }
        else if (!known.IsKnown(change.Id, change.Version))
        {
            unsure.Add(change.Id);
        }
    }

    /// <summary>What was there already may be this writer's own, whose answer got lost.</summary>
    private async Task LearnAsync(List<Guid> ids)
    {
        foreach (var some in ids.Chunk(MostAtOnce))
        {
            foreach (var (id, version, document) in await reader.NowAsync(some, stopping.Token))
            {
                known.Note(id, version, document);
            }
        }
    }

    private BulkItem ItemOf(IndexChange change) =>
        new(change.Id.ToString(), change.Version, JsonSerializer.SerializeToUtf8Bytes(change.Document is { } document ? fields.Of(document) : fields.Tombstone(change.Id)));

    private static BulkItem MarkOf(string producer) =>
        new($"replayed-{producer}", 1, JsonSerializer.SerializeToUtf8Bytes(new JsonObject { [IndexLayout.Live] = false, [IndexLayout.Replayed] = producer }));

    private sealed record Waiting(IReadOnlyList<IndexChange> Changes, string? Replayed)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Only those learn of a refusal whose document it was.</summary>
        public void Complete(Dictionary<string, string> refused)
        {
            if (Changes.Select(change => refused.GetValueOrDefault(change.Id.ToString())).FirstOrDefault(reason => reason is not null) is { } reason)
            {
                Done.TrySetException(new InvalidOperationException($"Elasticsearch refuses a document: {reason}"));
            }
            else
            {
                Done.TrySetResult();
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} changes of the index wait: {Reason}")]
    private partial void LogWaiting(int count, string reason);
}
