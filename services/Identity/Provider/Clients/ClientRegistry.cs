using Microsoft.Extensions.Options;

namespace PfP.Identity.Provider.Clients;

/// <summary>The clients of the configuration.</summary>
internal sealed class ClientRegistry(IOptions<ClientsOptions> clients, IOptions<ProviderOptions> provider)
{
    private readonly Dictionary<string, Client> known = clients.Value.Clients.ToDictionary(
        client => client.Key, client => new Client(client.Key, client.Value, provider.Value.Issuer), StringComparer.Ordinal);

    public IEnumerable<string> Ids => known.Keys;

    public IEnumerable<string> Audiences => known.Values.Select(client => client.Audience).Distinct();

    public Client? Find(string? id) => id is null ? null : known.GetValueOrDefault(id);
}
