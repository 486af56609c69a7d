using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting;

/// <summary>One run of the application: claims folder and ports, starts everything, and ends it in order.</summary>
internal sealed class ApplicationHost(HostSettings settings, IReadOnlyList<IResource> resources, ConsoleReporter console) : IAsyncDisposable
{
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan s_shutDownLimit = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _loops = [];
    private DataFolder? _folder;
    private EnvironmentFile? _environmentFile;
    private ResourceServiceHost? _resourceService;
    private DashboardProcess? _dashboard;
    private ProcessControllers? _controllers;
    private DcpProcess? _dcp;

    public ResourceRegistry Registry { get; } = new(resources);

    public ProcessControllers Controllers => _controllers!;

    /// <summary>Completes when the orchestrator has died, and with it everything that runs.</summary>
    public Task OrchestratorExited => _dcp!.Exited;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _folder = DataFolder.Claim(settings);
        RequirePorts();
        _dcp = await DcpProcess.StartAsync(settings, cancellationToken);
        var events = new ExecutableEvents(_dcp.Client);
        _dashboard = new DashboardProcess(settings, _dcp.Client, events, console.Tell);
        var planner = new LaunchPlanner(new TelemetryTarget(await _dashboard.ReserveTelemetryEndpointAsync(cancellationToken), _dashboard.TelemetryKey));
        _controllers = new ProcessControllers(Registry, new ProcessServices(Registry, new DependencyWaits(Registry), _dcp.Client, events, planner));
        await AllocatePortsAsync(_dcp.Client, cancellationToken);
        _environmentFile = new EnvironmentFile(settings);
        await _environmentFile.WriteAsync(Registry, planner, _dashboard.LoginUrl, cancellationToken);
        _loops.Add(events.RunAsync(_stopping.Token));
        _loops.Add(new HealthMonitor(Registry).RunAsync(_stopping.Token));
        _loops.Add(new ChildResources(Registry).RunAsync(_stopping.Token));
        _loops.Add(console.RunAsync(Registry, _stopping.Token));
        _loops.Add(TellWhenReadyAsync(_stopping.Token));
        await _controllers.StartAllAsync(cancellationToken);
        await StartDashboardAsync(_controllers, _dashboard, cancellationToken);
    }

    /// <summary>Ends processes in order, and then whatever is left.</summary>
    public async Task StopAsync()
    {
        _dashboard?.Release();
        if (_dcp is null || OrchestratorExited.IsCompleted)
        {
            return;
        }

        using var limit = new CancellationTokenSource(s_stopLimit);
        try
        {
            await (_controllers?.StopAllAsync(limit.Token) ?? Task.CompletedTask);
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or DistributedApplicationException)
        {
            console.Tell("Not everything ended by itself; the rest is killed.");
        }

        using var shutDownLimit = new CancellationTokenSource(s_shutDownLimit);
        try
        {
            await _dcp.Client.ShutDownAsync(shutDownLimit.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or DistributedApplicationException)
        {
            // It may go before it has answered.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_loops).ContinueWith(static _ => { }, TaskScheduler.Default);
        if (_resourceService is not null)
        {
            await _resourceService.DisposeAsync();
        }

        if (_dcp is not null)
        {
            await _dcp.DisposeAsync();
        }

        _controllers?.Dispose();
        _environmentFile?.Dispose();
        _folder?.Dispose();
        _stopping.Dispose();
    }

    private void RequirePorts()
    {
        PortCheck.RequireFree(settings.DashboardPort, "the dashboard");
        foreach (var resource in resources)
        {
            foreach (var port in resource.GetEndpoints().Select(endpoint => endpoint.Port).OfType<int>())
            {
                PortCheck.RequireFree(port, resource.Name);
            }
        }
    }

    private async Task AllocatePortsAsync(DcpClient dcp, CancellationToken cancellationToken)
    {
        await Task.WhenAll(resources.SelectMany(resource => resource.GetEndpoints()).Select(async endpoint =>
            endpoint.AllocatedPort = await dcp.CreateServiceAsync(endpoint.ServiceName, endpoint.Port ?? 0, cancellationToken)));
    }

    private async Task StartDashboardAsync(ProcessControllers controllers, DashboardProcess dashboard, CancellationToken cancellationToken)
    {
        var key = SecretStore.CreateSecret();
        var name = Path.GetFileName(Path.GetDirectoryName(settings.AppHostDirectory)) ?? "application";
        _resourceService = new ResourceServiceHost(new ResourceService(name, Registry, new ResourceCommands(controllers)), key);
        await _resourceService.StartAsync(cancellationToken);
        await dashboard.StartAsync(_resourceService.Url, key, cancellationToken);
        console.Tell($"Dashboard: {dashboard.LoginUrl}");
    }

    private async Task TellWhenReadyAsync(CancellationToken cancellationToken)
    {
        foreach (var endpoint in resources.SelectMany(resource => resource.GetEndpoints().Where(endpoint => endpoint.IsExternal).Select(endpoint => (Resource: resource, Endpoint: endpoint))))
        {
            await Registry.WaitUntilAsync(() => Registry.Of(endpoint.Resource).Any(instance => instance.IsHealthy), cancellationToken);
            console.Tell($"Ready: {endpoint.Endpoint.Url}   Ctrl+C stops everything.");
        }
    }
}
