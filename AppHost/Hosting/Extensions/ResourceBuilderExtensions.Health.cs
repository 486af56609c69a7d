using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    private static readonly HttpClient s_probes = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.FromSeconds(30) })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints
    {
        var endpoint = builder.GetEndpoint(endpointName ?? "http");
        var (address, status) = (path ?? "/", statusCode ?? 200);
        var key = $"{builder.Resource.Name}_{endpoint.EndpointName}_{address}_{status}_check";
        return builder.WithHealthProbe(key, cancellationToken => ProbeAsync(endpoint, address, status, cancellationToken));
    }

    internal static IResourceBuilder<T> WithHealthProbe<T>(this IResourceBuilder<T> builder, string key, HealthProbe probe) where T : IResource =>
        builder.WithAnnotation(new HealthCheckAnnotation(key, probe));

    private static async Task<string?> ProbeAsync(EndpointReference endpoint, string path, int status, CancellationToken cancellationToken)
    {
        using var response = await s_probes.GetAsync(new Uri(new Uri(endpoint.Url), path), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return (int)response.StatusCode == status ? null : $"{path} answered {(int)response.StatusCode}, not {status}.";
    }
}
