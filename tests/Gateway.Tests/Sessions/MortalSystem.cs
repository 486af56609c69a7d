using PfP.Gateway.Tests.Provider;
using PfP.Testing.Servers;

namespace PfP.Gateway.Tests.Sessions;

/// <summary>A gateway whose database server and provider a test may end.</summary>
public sealed class MortalSystem : MisbehavingSystem
{
    private readonly Lazy<Task<TestPostgres>> _server = new(() => TestPostgres.StartAsync());

    private bool _isEnded;

    internal async Task EndDatabaseAsync()
    {
        if (!_isEnded)
        {
            _isEnded = true;
            await (await _server.Value).DisposeAsync();
        }
    }

    internal ValueTask EndProviderAsync() => StopProviderAsync();

    protected override Task<TestPostgres> PostgresAsync() => _server.Value;

    protected override Task StopDatabaseAsync() => EndDatabaseAsync();
}
