using System.Collections.Concurrent;
using System.Net;

namespace PfP.Testing.Servers;

/// <summary>
/// A server that speaks Elasticsearch's REST API: the one that PFP_TEST_ELASTICSEARCH leads to, or those of the folder PFP_SEARCH_SERVERS, each
/// started once per process. There may be neither: then <see cref="MissingBecause"/> says so, and what needs one is skipped.
/// </summary>
public sealed class TestSearchServer : IAsyncDisposable
{
    public const string Elasticsearch = "elasticsearch";
    public const string OpenSearch = "opensearch";

    private const string Given = "PFP_TEST_ELASTICSEARCH";
    private const string Folder = "PFP_SEARCH_SERVERS";
    private static readonly ConcurrentDictionary<string, Lazy<Task<TestSearchServer>>> Shared = new();

    private readonly string name;
    private readonly string? folder;
    private LocalServer? server;

    private TestSearchServer(string name, Uri address, string? folder) => (this.name, Address, this.folder) = (name, address, folder);

    public Uri Address { get; }

    private static string? GivenAddress => Environment.GetEnvironmentVariable(Given) is { Length: > 0 } given ? given : null;

    /// <summary>Runs one node: start KIND PORT FOLDER, and for a cluster its transport port and those of all.</summary>
    public static string Start
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable(Folder) is { Length: > 0 } set ? set : Path.Combine("..", "shared", "elastic");
            return Path.Combine(Path.GetFullPath(folder, Repository.Root), "start");
        }
    }

    /// <summary>Null where there is such a server.</summary>
    public static string? MissingBecause(string name) => (GivenAddress, name) switch
    {
        ({ }, Elasticsearch) => null,
        ({ }, _) => $"{Given} leads to one server, which stands for all.",
        _ => File.Exists(Start) ? null : $"There is no {name} to test with: {Given} is not set, and {Start} does not exist ({Folder} names its folder).",
    };

    /// <summary>The kinds that can be started here.</summary>
    public static IReadOnlyList<string> Available() => File.Exists(Start) ? [Elasticsearch, OpenSearch] : [];

    public static Task<TestSearchServer> SharedAsync(string name) => Shared.GetOrAdd(name, _ => new(() => GivenAddress is { } given
        ? Task.FromResult(new TestSearchServer(name, new(given), null))
        : StartAsync(name))).Value;

    /// <summary>A server of one's own.</summary>
    /// <param name="keep">Its data survives <see cref="KillAsync"/>, and goes when this is disposed.</param>
    public static async Task<TestSearchServer> StartAsync(string name, bool keep = false)
    {
        var started = new TestSearchServer(name, new($"http://127.0.0.1:{LocalServer.FreePort()}"), LocalServer.NewFolder(name));
        await started.RunAsync(keep);
        return started;
    }

    /// <param name="keep">Its data outlives it.</param>
    private async Task RunAsync(bool keep) => server = await LocalServer.StartAsync("search.bash", folder!, [Start, name, Address.Port], AnswersAsync, keep);

    public Task StartAgainAsync() => RunAsync(keep: true);

    /// <summary>Its data stays for <see cref="StartAgainAsync"/>.</summary>
    public async Task KillAsync()
    {
        await (server ?? throw new InvalidOperationException("This server was not started here.")).DisposeAsync();
        server = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        if (folder is not null && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
            using var response = await client.GetAsync(new Uri(Address, "_cluster/health"));
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
