using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;

namespace PfP.ServiceDefaults.Http;

/// <summary>Finds a service's addresses in configuration and takes them in turn.</summary>
internal sealed class ServiceEndpoints(IConfiguration configuration)
{
    private readonly ConcurrentDictionary<string, int> turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The address to use now; the next call gets the next one, so a retry goes to another replica.</summary>
    public Uri Next(string service)
    {
        var addresses = configuration.GetSection($"services:{service}:http").GetChildren().Select(child => child.Value).OfType<string>().ToArray();
        if (addresses.Length == 0)
        {
            throw new HttpRequestException(HttpRequestError.NameResolutionError, $"services__{service}__http__0 is not set.");
        }

        var turn = turns.AddOrUpdate(service, 0, (_, last) => (last + 1) & int.MaxValue);
        return new(addresses[turn % addresses.Length]);
    }

    public bool Knows(string service) => configuration.GetSection($"services:{service}:http").GetChildren().Any();
}
