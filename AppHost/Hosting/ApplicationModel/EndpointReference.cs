using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

public enum EndpointProperty
{
    Url,
    Host,
    Port,
    TargetPort,
}

/// <summary>Names an endpoint of a resource before its port is known.</summary>
public sealed class EndpointReference(IResourceWithEndpoints owner, string endpointName) : IValueProvider
{
    public IResourceWithEndpoints Resource => owner;

    public string EndpointName => endpointName;

    public string Url => Annotation.Url;

    public int Port => Annotation.RequiredPort;

    public string Host { get; } = "localhost";

    internal EndpointAnnotation Annotation => owner.Annotations.OfType<EndpointAnnotation>().FirstOrDefault(endpoint => endpoint.Name == endpointName)
        ?? throw new InvalidOperationException($"Resource '{owner.Name}' has no endpoint '{endpointName}'.");

    public EndpointReferenceExpression Property(EndpointProperty property) => new(this, property);

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(Url);
}

/// <summary>One property of an endpoint, for use in a <see cref="ReferenceExpression"/>.</summary>
public sealed class EndpointReferenceExpression(EndpointReference endpoint, EndpointProperty property) : IValueProvider
{
    public EndpointReference Endpoint => endpoint;

    public EndpointProperty Property => property;

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(property switch
    {
        EndpointProperty.Url => endpoint.Url,
        EndpointProperty.Host => endpoint.Host,
        EndpointProperty.Port => endpoint.Port.ToString(CultureInfo.InvariantCulture),
        _ => endpoint.Annotation.TargetPortTemplate,
    });
}
