using PfP.Gateway.Tests.Sessions;

namespace PfP.Gateway.Tests.Provider;

/// <summary>The gateway with a provider that lies on demand.</summary>
public class MisbehavingSystem : SessionSystem
{
    internal MisbehavingProvider Provider { get; private set; } = null!;

    protected override string Secret => "secret";

    protected override async Task<string> StartProviderAsync(string gateway)
    {
        Provider = await MisbehavingProvider.StartAsync();
        return Provider.Issuer.Address;
    }

    protected override ValueTask StopProviderAsync() => Provider.DisposeAsync();
}
