using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// A port that a resource serves. Others connect to <see cref="AllocatedPort"/>, which stays the same for as long as
/// the application runs. A single process listens there itself; in front of replicas stands a proxy, and each of them
/// listens on a target port of its own.
/// </summary>
public sealed class EndpointAnnotation(IResource owner, string name, string uriScheme) : IResourceAnnotation
{
    public string Name => name;

    public string UriScheme => uriScheme;

    /// <summary>The port wanted; any free one if none is given.</summary>
    public int? Port { get; set; }

    /// <summary>Environment variable that tells the process its target port.</summary>
    public string? TargetPortEnvironmentVariable { get; set; }

    /// <summary>Meant for people outside of the application.</summary>
    public bool IsExternal { get; set; }

    /// <summary>What people know it by; without it, it is the application's own address.</summary>
    public string? Title { get; set; }

    public int? AllocatedPort { get; internal set; }

    /// <summary>
    /// Only replicas need the proxy. Without a process behind it, it accepts connections and keeps them waiting, whereas
    /// a port where nobody listens refuses them at once, and callers can say so.
    /// </summary>
    internal bool IsProxied => owner.GetReplicaCount() > 1;

    public bool IsHttp => uriScheme is "http" or "https";

    internal string ServiceName => $"{owner.Name}-{name}";

    internal string Url => $"{uriScheme}://localhost:{RequiredPort}";

    internal int RequiredPort => AllocatedPort
        ?? throw new InvalidOperationException($"Endpoint '{name}' of '{owner.Name}' has no port before the application starts.");

    /// <summary>Where a process listens; for replicas a template that the orchestrator fills in for each of them.</summary>
    internal string TargetPortTemplate => IsProxied
        ? $"{{{{- portForServing \"{ServiceName}\" -}}}}"
        : RequiredPort.ToString(CultureInfo.InvariantCulture);
}
