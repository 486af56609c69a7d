using System.Reflection;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting.Dashboard;

/// <summary>The dashboard and the service that it asks about the resources.</summary>
internal sealed class DashboardHost(HostSettings settings, DcpClient dcp, ExecutableEvents events, Action<string> tell) : IAsyncDisposable
{
    private readonly DashboardProcess _process = new(settings, dcp, events, tell);
    private ResourceServiceHost? _resourceService;

    public string LoginUrl => _process.LoginUrl;

    public long? Pid => _process.Pid;

    public TelemetryTarget Telemetry => _process.Telemetry;

    public async Task StartAsync(ResourceRegistry registry, ProcessControllers controllers, CancellationToken cancellationToken)
    {
        var key = SecretStore.CreateSecret();
        var name = Assembly.GetEntryAssembly()!.GetName().Name!.Split('.')[0];
        _resourceService = new ResourceServiceHost(new ResourceService(name, registry, new ResourceCommands(controllers)), key);
        await _resourceService.StartAsync(cancellationToken);
        await _process.StartAsync(_resourceService.Url, key, cancellationToken);
        tell($"Dashboard: {LoginUrl}");
    }

    /// <summary>From now on the dashboard's end is meant.</summary>
    public void Release() => _process.Release();

    public async ValueTask DisposeAsync() => await (_resourceService?.DisposeAsync() ?? ValueTask.CompletedTask);
}
