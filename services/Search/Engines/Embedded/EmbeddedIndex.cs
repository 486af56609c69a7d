using System.Text.Json;
using System.Threading.Channels;
using PfP.Contracts.Search.Api;
using PfP.Search.Indexing;
using PfP.Search.Queries;
using PfP.Search.Text;
using PfP.Search.Words;

namespace PfP.Search.Engines.Embedded;

/// <summary>
/// The embedded engine: documents durable in SQLite, searched in memory. One writer takes all waiting changes together, commits them to
/// the file first and shows them to readers then; readers never wait for it.
/// </summary>
internal sealed class EmbeddedIndex : ISearchIndex
{
    private const int MostPerCommit = 1000;
    private const int FewestDeadToClear = 1000;

    /// <summary>How long a withdrawal is remembered: as long as inboxes remember messages.</summary>
    private static readonly TimeSpan TombstoneLife = TimeSpan.FromDays(30);

    private readonly DocumentStore store;
    private readonly TimeProvider clock;
    private readonly Dictionary<Guid, int> versions = [];
    private readonly Synonyms synonyms = new();
    private readonly Channel<Waiting> waiting = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task writer;
    private volatile MemoryIndex memory;
    private volatile IReadOnlyList<string> replayed;
    private volatile bool isDamaged;
    private long run = TimeProvider.System.GetTimestamp();

    private EmbeddedIndex(DocumentStore store, TimeProvider clock)
    {
        this.store = store;
        this.clock = clock;
        store.SweepTombstones(clock.GetUtcNow() - TombstoneLife);
        memory = Load();
        replayed = store.Replayed();
        writer = Task.Run(WriteAsync);
    }

    public bool IsSound => store.IsOnDisk && !isDamaged;

    public string File => store.Path;

    public static EmbeddedIndex Create(string path, TimeProvider clock) => new(DocumentStore.Create(path), clock);

    /// <summary>Null where the file is missing, damaged or of an older shape.</summary>
    public static EmbeddedIndex? TryOpen(string path, TimeProvider clock)
    {
        if (DocumentStore.TryOpen(path) is not { } store)
        {
            return null;
        }
        try
        {
            return new(store, clock);
        }
        catch (Exception failure) when (failure is JsonException || DocumentStore.IsDamage(failure))
        {
            store.Dispose();
            return null;
        }
    }

    public IReadOnlyList<string> Replayed => replayed;

    public Task MarkReplayedAsync(string producer, CancellationToken cancellationToken) => EnqueueAsync(new Waiting([], producer), cancellationToken);

    public Task ApplyAsync(IReadOnlyList<IndexChange> changes, CancellationToken cancellationToken) => EnqueueAsync(new Waiting(changes, null), cancellationToken);

    private async Task EnqueueAsync(Waiting entry, CancellationToken cancellationToken)
    {
        await waiting.Writer.WriteAsync(entry, cancellationToken);
        await entry.Done.Task.WaitAsync(cancellationToken);
    }

    public ValueTask<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
        new(new SnapshotSearch(memory.Current, synonyms).Search(request));

    public ValueTask<IReadOnlyList<SearchDocument>> FindAmongAsync(SearchRequest request, IReadOnlySet<Guid> documents, CancellationToken cancellationToken) =>
        new(new SnapshotSearch(memory.Current, synonyms).Among(request, documents));

    public ValueTask<MapResponse> MapAsync(SearchRequest request, int zoom, CancellationToken cancellationToken) =>
        new(new SnapshotSearch(memory.Current, synonyms).Map(request, zoom));

    public ValueTask<SuggestResponse> SuggestAsync(string text, string language, CancellationToken cancellationToken) =>
        new(new SnapshotSuggestions(memory.Current, language).Suggest(text));

    public string StateAt(DateTimeOffset now)
    {
        var snapshot = memory.Current;
        return $"{run:x}-{snapshot.DocumentCount:x}-{snapshot.LiveCount:x}-{snapshot.CallChangesUntil(now):x}-{InstalledWords.Meanings.Dictionaries.Count:x}";
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writer;
        store.Dispose();
    }

    private async Task WriteAsync()
    {
        var batch = new List<Waiting>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            for (var changes = 0; changes < MostPerCommit && waiting.Reader.TryRead(out var next); changes += next.Changes.Count)
            {
                batch.Add(next);
            }
            try
            {
                Write([.. batch.SelectMany(entry => entry.Changes)]);
                MarkReplayed(batch);
                batch.ForEach(entry => entry.Done.SetResult());
            }
#pragma warning disable CA1031 // whatever fails is the caller's to know: its message is then delivered again
            catch (Exception failure)
#pragma warning restore CA1031
            {
                isDamaged |= DocumentStore.IsDamage(failure);
                batch.ForEach(entry => entry.Done.SetException(failure));
            }
        }
    }

    private void MarkReplayed(List<Waiting> batch)
    {
        foreach (var entry in batch.Where(entry => entry.Replayed is not null))
        {
            store.MarkReplayed(entry.Replayed!);
            replayed = [.. replayed.Union([entry.Replayed!])];
        }
    }

    private void Write(IReadOnlyList<IndexChange> changes)
    {
        // Of several versions in one batch only the highest matters.
        var newer = changes.Where(change => change.Version > versions.GetValueOrDefault(change.Id)).GroupBy(change => change.Id)
            .Select(group => group.MaxBy(change => change.Version)!).ToList();
        if (newer.Count == 0)
        {
            return;
        }
        store.Write(newer, clock.GetUtcNow());
        foreach (var change in newer)
        {
            versions[change.Id] = change.Version;
            Show(memory, change.Id, change.Document);
        }
        memory.Publish();
        if (memory.Dead > Math.Max(FewestDeadToClear, memory.Current.LiveCount))
        {
            memory = Load();
            run++;
        }
    }

    private MemoryIndex Load()
    {
        var loaded = new MemoryIndex();
        foreach (var (id, version, document) in store.Read())
        {
            versions[id] = version;
            Show(loaded, id, document);
        }
        loaded.Publish();
        return loaded;
    }

    private void Show(MemoryIndex index, Guid id, SearchDocument? document)
    {
        if (document is null)
        {
            index.Remove(id);
            return;
        }
        index.Put(document);
        synonyms.AddNamesIn(document);
    }

    /// <param name="Replayed">A service whose changes are all among those before.</param>
    private sealed record Waiting(IReadOnlyList<IndexChange> Changes, string? Replayed)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
