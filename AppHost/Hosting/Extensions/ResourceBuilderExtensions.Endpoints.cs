using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    public static IResourceBuilder<T> WithHttpEndpoint<T>(this IResourceBuilder<T> builder, int? port = null, string? name = null, string? env = null)
        where T : IResourceWithEndpoints => builder.WithEndpoint(port, scheme: "http", name: name ?? "http", env: env);

    public static IResourceBuilder<T> WithEndpoint<T>(this IResourceBuilder<T> builder, int? port = null, string? scheme = null, string? name = null, string? env = null)
        where T : IResourceWithEndpoints
    {
        var endpointName = name ?? scheme ?? "tcp";
        if (builder.Resource.GetEndpoints().Any(endpoint => endpoint.Name == endpointName))
        {
            throw new DistributedApplicationException($"Endpoint '{endpointName}' of '{builder.Resource.Name}' exists already.");
        }

        return builder.WithAnnotation(new EndpointAnnotation(builder.Resource, endpointName, scheme ?? "tcp")
        {
            Port = port,
            TargetPortEnvironmentVariable = env,
        });
    }

    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder, string? title = null) where T : IResourceWithEndpoints
    {
        foreach (var endpoint in builder.Resource.GetEndpoints().Where(endpoint => endpoint.IsHttp))
        {
            (endpoint.IsExternal, endpoint.Title) = (true, title);
        }

        return builder;
    }

    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name) where T : IResourceWithEndpoints => new(builder.Resource, name);
}
