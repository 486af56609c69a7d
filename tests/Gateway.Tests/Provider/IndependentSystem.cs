using PfP.Gateway.Tests.Sessions;

namespace PfP.Gateway.Tests.Provider;

/// <summary>The gateway with npm's oidc-provider.</summary>
public sealed class IndependentSystem : SessionSystem
{
    internal IndependentProvider Provider { get; private set; } = null!;

    protected override string Secret => IndependentProvider.Secret;

    protected override async Task<string> StartProviderAsync(string gateway)
    {
        Provider = await IndependentProvider.StartAsync(gateway);
        return Provider.Issuer;
    }

    protected override ValueTask StopProviderAsync() => Provider.DisposeAsync();
}
