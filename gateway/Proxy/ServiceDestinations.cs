using Yarp.ReverseProxy.Configuration;

namespace PfP.Gateway.Proxy;

/// <summary>A cluster's destinations are where service discovery says the service of that name listens: <c>services:catalogue:http:0</c>, 1, …</summary>
internal sealed class ServiceDestinations(IConfiguration configuration) : IProxyConfigFilter
{
    public ValueTask<ClusterConfig> ConfigureClusterAsync(ClusterConfig cluster, CancellationToken cancel)
    {
        var addresses = configuration.GetSection($"services:{cluster.ClusterId}:http").GetChildren()
            .Where(address => !string.IsNullOrEmpty(address.Value))
            .ToDictionary(address => $"{cluster.ClusterId}-{address.Key}", address => new DestinationConfig { Address = address.Value! });
        return addresses.Count == 0
            ? throw new InvalidOperationException($"services:{cluster.ClusterId}:http:0 is not configured.")
            : ValueTask.FromResult(cluster with { Destinations = addresses });
    }

    public ValueTask<RouteConfig> ConfigureRouteAsync(RouteConfig route, ClusterConfig? cluster, CancellationToken cancel) => ValueTask.FromResult(route);
}
