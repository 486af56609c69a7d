using System.Text.Json.Nodes;

namespace PfP.Search.Engines.Elastic;

/// <summary>Indices on an Elasticsearch or OpenSearch.</summary>
internal sealed partial class ElasticEngine : IIndexEngine, IDisposable
{
    /// <summary>How long a withdrawal is remembered: as long as inboxes remember messages.</summary>
    private static readonly TimeSpan TombstoneLife = TimeSpan.FromDays(30);

    private readonly ElasticSettings settings;
    private readonly ElasticClient client;
    private readonly ElasticAliases aliases;
    private readonly ILogger<ElasticEngine> logger;
    private ElasticServer? server;

    public ElasticEngine(ElasticSettings settings, ILogger<ElasticEngine> logger)
    {
        this.settings = settings;
        this.logger = logger;
        client = new(settings);
        aliases = new(client, settings.Prefix);
    }

    public string? Trouble =>
        server is { IsSupported: false } ? $"{server} is not supported: Elasticsearch 7.10 to 9 and OpenSearch are."
        : client.IsAnswering ? null
        : "Elasticsearch does not answer.";

    public async Task<ISearchIndex?> OpenAsync(ISearchIndex? serving, CancellationToken cancellationToken)
    {
        await CheckServerAsync(cancellationToken);
        var name = await aliases.CurrentAsync(cancellationToken);
        if (serving is ElasticIndex known)
        {
            known.IsSound = name is not null;
            if (known.Name == name)
            {
                return null;
            }
        }
        if (name is null || await aliases.ShapeOfAsync(name, cancellationToken) != IndexLayout.Shape)
        {
            return null;
        }
        await SweepTombstonesAsync(name, cancellationToken);
        return await ElasticIndex.OpenAsync(client, aliases, name, logger, cancellationToken);
    }

    public async Task<ISearchIndex> CreateAsync(CancellationToken cancellationToken)
    {
        await CheckServerAsync(cancellationToken);
        return await ElasticIndex.OpenAsync(client, aliases, await aliases.CreateAsync(cancellationToken), logger, cancellationToken);
    }

    public Task MakeCurrentAsync(ISearchIndex index, CancellationToken cancellationToken) => aliases.MakeCurrentAsync(((ElasticIndex)index).Name, cancellationToken);

    public void Dispose() => client.Dispose();

    private async Task CheckServerAsync(CancellationToken cancellationToken)
    {
        if (server is not { IsSupported: true })
        {
            var found = ElasticServer.Read(await client.LookAsync(HttpMethod.Get, "", null, cancellationToken));
            if (found != server)
            {
                LogFound(found.ToString(), string.Join(", ", settings.Nodes.Select(node => $"{node.Host}:{node.Port}")), found.IsSupported ? "supported" : "not supported");
            }
            server = found;
        }
        if (!server.IsSupported)
        {
            throw new EngineUnavailableException(Trouble!);
        }
    }

    private async Task SweepTombstonesAsync(string index, CancellationToken cancellationToken)
    {
        var before = TimeProvider.System.GetUtcNow() - TombstoneLife;
        var old = Dsl.All(Dsl.Term(IndexLayout.Live, false), Dsl.Compare(IndexLayout.Sequence, "lt", before.UtcTicks));
        await client.WriteAsync(HttpMethod.Post, $"{index}/_delete_by_query?conflicts=proceed", new JsonObject { ["query"] = old }, cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Found {Server} at {Addresses}: {Supported}")]
    private partial void LogFound(string server, string addresses, string supported);
}
