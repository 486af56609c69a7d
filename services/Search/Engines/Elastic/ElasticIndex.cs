using System.Text.Json.Nodes;
using PfP.Contracts.Search.Api;
using PfP.Search.Indexing;
using PfP.Search.Queries;
using PfP.Search.Words;

namespace PfP.Search.Engines.Elastic;

/// <summary>One index of the server, and what this process knows of it. Other processes may change it too: their changes are looked for every second.</summary>
internal sealed partial class ElasticIndex : ISearchIndex
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>How far the clocks of processes may be apart, together with the longest that a change takes to be found.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    private readonly ElasticClient client;
    private readonly ElasticAliases aliases;
    private readonly ILogger logger;
    private readonly KnownDocuments known = new();
    private readonly DocumentReader reader;
    private readonly TextSearch texts;
    private readonly IndexWriter writer;
    private readonly CancellationTokenSource stopping = new();
    private readonly long run = TimeProvider.System.GetTimestamp();
    private Task following = Task.CompletedTask;
    private volatile IReadOnlyList<string> replayed = [];

    private ElasticIndex(ElasticClient client, ElasticAliases aliases, string name, ILogger logger)
    {
        this.client = client;
        this.aliases = aliases;
        this.logger = logger;
        Name = name;
        reader = new(client, name, known);
        texts = new(client, name, known);
        writer = new(aliases, client, name, reader, known, logger);
    }

    public string Name { get; }

    public bool IsSound { get; set; } = true;

    public IReadOnlyList<string> Replayed => replayed;

    public static async Task<ElasticIndex> OpenAsync(ElasticClient client, ElasticAliases aliases, string name, ILogger logger, CancellationToken cancellationToken)
    {
        var index = new ElasticIndex(client, aliases, name, logger);
        var began = TimeProvider.System.GetUtcNow();
        await foreach (var (id, version, document) in index.reader.WalkAsync(Dsl.Term(IndexLayout.Live, true), Dsl.Array([IndexLayout.Document]), patiently: true, cancellationToken))
        {
            index.known.Note(id, version, document);
            index.reader.Keep(id, version, document!);
        }
        await index.ReadMarksAsync(cancellationToken);
        index.writer.Start();
        index.following = Task.Run(() => index.FollowAsync(began), CancellationToken.None);
        return index;
    }

    public Task ApplyAsync(IReadOnlyList<IndexChange> changes, CancellationToken cancellationToken) =>
        changes.Count == 0 ? Task.CompletedTask : writer.EnqueueAsync(changes, null, cancellationToken);

    public async Task MarkReplayedAsync(string producer, CancellationToken cancellationToken)
    {
        await writer.EnqueueAsync([], producer, cancellationToken);
        replayed = [.. replayed.Union([producer])];
    }

    public async ValueTask<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
        await new IndexSearch(texts, reader, known).SearchAsync(request, cancellationToken);

    public async ValueTask<IReadOnlyList<SearchDocument>> FindAmongAsync(SearchRequest request, IReadOnlySet<Guid> documents, CancellationToken cancellationToken) =>
        await new IndexSearch(texts, reader, known).AmongAsync(request, documents, cancellationToken);

    public async ValueTask<MapResponse> MapAsync(SearchRequest request, int zoom, CancellationToken cancellationToken) =>
        await new IndexSearch(texts, reader, known).MapAsync(request, zoom, cancellationToken);

    public async ValueTask<SuggestResponse> SuggestAsync(string text, string language, CancellationToken cancellationToken) =>
        await new TitleSuggestions(texts, known, language).SuggestAsync(text, cancellationToken);

    public string StateAt(DateTimeOffset now) => $"{run:x}-{known.Changes:x}-{known.CallChangesUntil(now):x}-{InstalledWords.Meanings.Dictionaries.Count:x}";

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await writer.DisposeAsync();
        await following;
    }

    private async Task FollowAsync(DateTimeOffset since)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Every, stopping.Token);
                var began = TimeProvider.System.GetUtcNow();
                await LearnAsync(since - Overlap);
                await ReadMarksAsync(stopping.Token);
                since = began;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // the next look may succeed, and is taken from where the last one that did
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogFollowing(failure.Message);
            }
        }
    }

    /// <summary>Takes note of what other processes have written.</summary>
    private async Task LearnAsync(DateTimeOffset since)
    {
        var others = Dsl.All(Dsl.Compare(IndexLayout.Sequence, "gt", since.UtcTicks), Dsl.Not(Dsl.Term(IndexLayout.Writer, aliases.Writer)));
        var unknown = new List<Guid>();
        await foreach (var (id, version, _) in reader.WalkAsync(others, false, patiently: true, stopping.Token))
        {
            if (!known.IsKnown(id, version))
            {
                unknown.Add(id);
            }
        }
        foreach (var some in unknown.Chunk(500))
        {
            foreach (var (id, version, document) in await reader.NowAsync(some, stopping.Token))
            {
                known.Note(id, version, document);
            }
        }
    }

    private async Task ReadMarksAsync(CancellationToken cancellationToken)
    {
        var marks = new JsonObject { ["query"] = Dsl.Exists(IndexLayout.Replayed), ["_source"] = Dsl.Array([IndexLayout.Replayed]), ["size"] = 100 };
        var answer = await client.LookAsync(HttpMethod.Post, $"{Name}/_search", marks, cancellationToken);
        replayed = [.. replayed.Union(answer.Hits().Select(hit => hit.GetProperty("_source").GetProperty(IndexLayout.Replayed).GetString()!))];
    }

    [LoggerMessage(LogLevel.Warning, "What others have written to the index could not be read: {Reason}")]
    private partial void LogFollowing(string reason);
}
