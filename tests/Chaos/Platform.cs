using PfP.Chaos.Processes;

namespace PfP.Chaos;

/// <summary>The servers and services of a run, on ports and in folders of its own.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private readonly Stage stage;
    private Supervised? mapper;

    /// <param name="issuer">Whose tokens the catalogue takes.</param>
    /// <param name="elasticsearch">The servers that hold the search index; null where search holds it itself.</param>
    public Platform(Stage stage, string issuer, string? elasticsearch = null)
    {
        this.stage = stage;
        Database = new Postgres(stage, "postgres");
        Broker = new Broker(stage, "broker");
        Catalogue = new Service("catalogue", "services/Catalogue", stage, new Dictionary<string, string>(Environment("catalogue")) { ["Authentication__Issuer"] = issuer });
        Search = new Service("search", "services/Search", stage, new Dictionary<string, string>(Environment("search")) { ["ConnectionStrings__elasticsearch"] = elasticsearch ?? string.Empty });
    }

    public Postgres Database { get; }

    public Broker Broker { get; }

    public Supervised DatabaseProcess { get; private set; } = null!;

    public Supervised BrokerProcess { get; private set; } = null!;

    public Service Catalogue { get; }

    public Service Search { get; }

    public string IndexFolder => stage.PathOf("index");

    public IReadOnlyList<Supervised> Started =>
        [.. new[] { DatabaseProcess, BrokerProcess, Catalogue.Process, Search.Process }.Where(process => process is { IsStarted: true })];

    /// <summary>Starts everything but search, which comes later.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var broker = Broker.StartAsync(cancellationToken);
        DatabaseProcess = await Database.StartAsync(["catalogue", "search"], cancellationToken);
        (mapper, BrokerProcess) = await broker;
        await Catalogue.StartAsync(cancellationToken);
        stage.Log("PostgreSQL, RabbitMQ and catalogue are up");
    }

    public async Task UntilReadyAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var process in Started)
            {
                await process.UntilReadyAsync(atMost, cancellationToken);
            }
        }
        catch (TimeoutException)
        {
            foreach (var service in new[] { Catalogue, Search }.Where(service => service.Process.IsStarted))
            {
                stage.Log(await service.DescribeAsync(cancellationToken));
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Started.Reverse())
        {
            await process.DisposeAsync();
        }

        if (mapper is not null)
        {
            await mapper.DisposeAsync();
        }

        Catalogue.Dispose();
        Search.Dispose();
    }

    private Dictionary<string, string> Environment(string database) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Logging__LogLevel__Microsoft"] = "Warning",
        [$"ConnectionStrings__{database}"] = Database.ConnectionString(database, database),
        ["ConnectionStrings__messaging"] = Broker.ConnectionString,
        ["ConnectionStrings__mail"] = "smtp://127.0.0.1:1",
        ["Search__IndexPath"] = IndexFolder,
    };
}
