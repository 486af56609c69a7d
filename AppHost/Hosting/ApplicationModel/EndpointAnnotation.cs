namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// A port that a resource serves. Others connect to <see cref="AllocatedPort"/>, which stays the same for as long as
/// the application runs; the process itself listens on a target port of its own.
/// </summary>
public sealed class EndpointAnnotation(IResource owner, string name, string uriScheme) : IResourceAnnotation
{
    public string Name => name;

    public string UriScheme => uriScheme;

    /// <summary>The port wanted; any free one if none is given.</summary>
    public int? Port { get; set; }

    /// <summary>The port that the process insists on; a free one per process if none is given.</summary>
    public int? TargetPort { get; set; }

    /// <summary>Environment variable that tells the process its target port.</summary>
    public string? TargetPortEnvironmentVariable { get; set; }

    /// <summary>Meant for people outside of the application.</summary>
    public bool IsExternal { get; set; }

    public int? AllocatedPort { get; internal set; }

    public bool IsHttp => uriScheme is "http" or "https";

    internal string ServiceName => $"{owner.Name}-{name}";

    internal string Url => $"{uriScheme}://localhost:{RequiredPort}";

    internal int RequiredPort => AllocatedPort
        ?? throw new InvalidOperationException($"Endpoint '{name}' of '{owner.Name}' has no port before the application starts.");

    /// <summary>A template that the orchestrator fills in for each process, as every replica listens on a port of its own.</summary>
    internal string TargetPortTemplate => TargetPort?.ToString(System.Globalization.CultureInfo.InvariantCulture)
        ?? $"{{{{- portForServing \"{ServiceName}\" -}}}}";
}
