using System.Globalization;
using PfP.Gateway.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.Gateway.Tests.Sessions;

/// <summary>A gateway with its database, a provider, and one service behind that shows what it was asked.</summary>
public abstract class SessionSystem : IAsyncLifetime
{
    private readonly List<TestGateway> _gateways = [];

    internal SettableClock Clock { get; } = new();

    internal Upstream Upstream { get; private set; } = null!;

    internal TestGateway Gateway => _gateways[0];

    internal string Database { get; private set; } = null!;

    internal string Issuer { get; private set; } = null!;

    protected abstract string Secret { get; }

    public async ValueTask InitializeAsync()
    {
        var gateway = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{LocalServer.FreePort()}");
        Database = await (await PostgresAsync()).CreateDatabaseAsync();
        Issuer = await StartProviderAsync(gateway);
        Upstream = await Upstream.StartAsync();
        await AddGatewayAsync(gateway, []);
    }

    /// <summary>One more replica, on a port of its own but known to the world under the first one's address.</summary>
    internal Task<TestGateway> AddGatewayAsync(params (string Key, string Value)[] settings) => AddGatewayAsync("http://127.0.0.1:0", settings);

    private async Task<TestGateway> AddGatewayAsync(string address, (string Key, string Value)[] settings)
    {
        var gateway = TestGateway.Start(
            Upstream,
            Clock,
            [
                ("urls", address),
                ("ConnectionStrings:web", Database),
                ("Authentication:Issuer", Issuer),
                ("services:identity:http:0", Issuer),
                ("Oidc:Origin", _gateways.Count == 0 ? address : Gateway.Address.GetLeftPart(UriPartial.Authority)),
                ("Oidc:ClientSecret", Secret),
                ("Sessions:ProviderPause", "00:00:01"),
                // A replica's very first look into its database may take long where a machine is busy.
                ("Sessions:DatabasePatience", "00:00:30"),
                ("RateLimits:General:Burst", "100000"),
                ("RateLimits:SignIn:Burst", "100000"),
                .. settings,
            ]);
        _gateways.Add(gateway);
        await Eventually.TrueAsync(
            async () => (await (await gateway.GetAsync("/health/ready")).Content.ReadAsStringAsync()).Contains("\"database\":{\"status\":\"Healthy\"", StringComparison.Ordinal),
            "the gateway's database is ready");
        return gateway;
    }

    internal Browser OpenBrowser() => new(Gateway);

    /// <summary>What the services behind were asked at that address, in order.</summary>
    internal IReadOnlyList<SeenRequest> SeenAt(string target) => [.. Upstream.Seen.Where(request => request.Target == target)];

    protected abstract Task<string> StartProviderAsync(string gateway);

    protected abstract ValueTask StopProviderAsync();

    protected virtual Task<TestPostgres> PostgresAsync() => TestPostgres.SharedAsync;

    protected virtual async Task StopDatabaseAsync() => await (await PostgresAsync()).DropDatabaseAsync(Database);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var gateway in _gateways)
        {
            await gateway.DisposeAsync();
        }

        await Upstream.DisposeAsync();
        await StopProviderAsync();
        await StopDatabaseAsync();
    }
}
