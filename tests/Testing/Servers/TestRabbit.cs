using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace PfP.Testing.Servers;

/// <summary>
/// A RabbitMQ for tests: the one that PFP_TEST_RABBITMQ leads to (amqp://user:password@host:port with its management API on port + 10000),
/// or one that is started once per process.
/// </summary>
public sealed class TestRabbit : IAsyncDisposable
{
    public const string Setting = "PFP_TEST_RABBITMQ";
    private const int ManagementOffset = 10000;

    private static readonly Lazy<Task<TestRabbit>> Lazy = new(() => Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } given
        ? Task.FromResult(new TestRabbit(new(given), null))
        : StartAsync());

    private readonly HttpClient management;
    private readonly string? folder;
    private LocalServer? server;
    private bool durable;

    private TestRabbit(Uri address, string? folder)
    {
        (Address, this.folder) = (address, folder);
        management = new() { BaseAddress = new($"http://{address.Host}:{address.Port + ManagementOffset}/api/"), Timeout = TimeSpan.FromSeconds(10) };
        management.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(address.UserInfo)));
    }

    public static Task<TestRabbit> SharedAsync => Lazy.Value;

    public Uri Address { get; }

    /// <summary>A server of one's own.</summary>
    /// <param name="durable">Its data survives <see cref="KillAsync"/>, and goes when this is disposed.</param>
    public static async Task<TestRabbit> StartAsync(bool durable = false)
    {
        var port = LocalServer.FreePort(below: 65536 - ManagementOffset);
        var rabbit = new TestRabbit(new($"amqp://guest:guest@127.0.0.1:{port}"), LocalServer.NewFolder("rabbitmq")) { durable = durable };
        await rabbit.StartAgainAsync();
        return rabbit;
    }

    public async Task KillAsync()
    {
        await (server ?? throw new InvalidOperationException("This server was not started here.")).DisposeAsync();
        server = null;
    }

    public async Task StartAgainAsync() =>
        server = await LocalServer.StartAsync("rabbitmq.bash", folder!, [Address.Port, LocalServer.FreePort()], AnswersAsync, durable);

    /// <summary>A new virtual host; returns its address.</summary>
    public async Task<string> CreateVirtualHostAsync()
    {
        var name = $"t{Guid.NewGuid():N}";
        using var response = await management.PutAsync(new Uri($"vhosts/{name}", UriKind.Relative), JsonContent.Create(new { }));
        response.EnsureSuccessStatusCode();
        return new Uri(Address, $"/{name}").ToString();
    }

    public async Task DropVirtualHostAsync(string address)
    {
        using var response = await management.DeleteAsync(new Uri($"vhosts{new Uri(address).AbsolutePath}", UriKind.Relative));
    }

    /// <summary>What the management API says about the queues of a virtual host, by name.</summary>
    public async Task<IReadOnlyDictionary<string, JsonElement>> QueuesAsync(string address)
    {
        var queues = await management.GetFromJsonAsync<JsonElement[]>(new Uri($"queues{new Uri(address).AbsolutePath}", UriKind.Relative)) ?? [];
        return queues.ToDictionary(queue => queue.GetProperty("name").GetString()!);
    }

    public async Task DeleteQueueAsync(string address, string queue)
    {
        using var response = await management.DeleteAsync(new Uri($"queues{new Uri(address).AbsolutePath}/{queue}", UriKind.Relative));
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        management.Dispose();
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
            using var response = await management.GetAsync(new Uri("health/checks/virtual-hosts", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
