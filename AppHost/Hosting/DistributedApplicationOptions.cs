namespace Aspire.Hosting;

public sealed class DistributedApplicationOptions
{
    public string[] Args { get; init; } = [];

    public bool DisableDashboard { get; init; }

    /// <summary>The folder that relative project paths start from; by default the AppHost's own.</summary>
    public string? ProjectDirectory { get; init; }
}
