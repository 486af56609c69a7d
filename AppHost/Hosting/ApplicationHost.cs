using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting;

/// <summary>One run of the application: claims folder and ports, starts everything, and ends it in order.</summary>
internal sealed class ApplicationHost(HostSettings settings, IReadOnlyList<IResource> resources, ConsoleReporter console) : IAsyncDisposable
{
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan s_shutDownLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_letFirst = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource _stopping = new();
    private readonly EnvironmentFile _environmentFile = new(settings);
    private readonly List<Task> _loops = [];
    private DataFolder? _folder;
    private DcpProcess? _dcp;
    private DashboardHost? _dashboard;
    private ProcessControllers? _controllers;

    public ResourceRegistry Registry { get; } = new(resources);

    public ProcessControllers Controllers => _controllers!;

    /// <summary>Completes when the orchestrator has died, and with it everything that runs.</summary>
    public Task OrchestratorExited => _dcp!.Exited;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _folder = DataFolder.Claim(settings);
        Ports.RequireFree(settings, resources);
        _dcp = await DcpProcess.StartAsync(settings, cancellationToken);
        var events = new ExecutableEvents(_dcp.Client);
        _dashboard = new DashboardHost(settings, _dcp.Client, events, console.Tell);
        var planner = new LaunchPlanner(_dashboard.Telemetry);
        _controllers = new ProcessControllers(Registry, new ProcessServices(Registry, new DependencyWaits(Registry, s_letFirst), _dcp.Client, events, planner));
        await AllocatePortsAsync(_dcp.Client, cancellationToken);
        await _environmentFile.WriteAsync(Registry, planner, _dashboard.LoginUrl, cancellationToken);
        _loops.AddRange(
        [
            events.RunAsync(_stopping.Token),
            new HealthMonitor(Registry).RunAsync(_stopping.Token),
            new OutputHeirs(Registry).RunAsync(_stopping.Token),
            new ChildResources(Registry).RunAsync(_stopping.Token),
            console.RunAsync(Registry, _stopping.Token),
            console.TellWhenReadyAsync(Registry, _stopping.Token),
        ]);
        await _controllers.StartAllAsync(cancellationToken);
        if (settings.HasDashboard)
        {
            await _dashboard.StartAsync(Registry, _controllers, cancellationToken);
        }
    }

    /// <summary>Ends processes in order, and then whatever is left.</summary>
    public async Task StopAsync()
    {
        _dashboard?.Release();
        if (_dcp is null)
        {
            return;
        }

        if (OrchestratorExited.IsCompleted)
        {
            await Orphans.EndAsync(Registry.Instances.Select(instance => instance.Snapshot.Pid).Append(_dashboard?.Pid));
            return;
        }

        using var limit = new CancellationTokenSource(s_stopLimit);
        await AttemptAsync(_controllers?.StopAllAsync(limit.Token) ?? Task.CompletedTask, "Not everything ended by itself in time; the rest is killed.");
        _controllers?.KillAll();
        ProcessSignals.KillTree(_dashboard?.Pid);
        using var shutDownLimit = new CancellationTokenSource(s_shutDownLimit);
        await AttemptAsync(_dcp.Client.ShutDownAsync(shutDownLimit.Token), failure: null);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_loops).ContinueWith(static _ => { }, TaskScheduler.Default);
        await (_dashboard?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_dcp?.DisposeAsync() ?? ValueTask.CompletedTask);
        _controllers?.Dispose();
        if (_folder is not null)
        {
            _environmentFile.Delete();
            _folder.Dispose();
        }

        _stopping.Dispose();
    }

    private async Task AllocatePortsAsync(DcpClient dcp, CancellationToken cancellationToken)
    {
        await Task.WhenAll(resources.SelectMany(resource => resource.GetEndpoints()).Select(async endpoint =>
        {
            var port = endpoint.Port ?? Ports.Next();
            endpoint.AllocatedPort = endpoint.IsProxied ? await dcp.CreateServiceAsync(endpoint.ServiceName, port, cancellationToken) : port;
        }));
    }

    /// <summary>On the way out a failure is told but ends nothing: the next step is the more forceful one. DCP may go before it has answered.</summary>
    private async Task AttemptAsync(Task step, string? failure)
    {
        try
        {
            await step;
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException or DistributedApplicationException)
        {
            if (failure is not null)
            {
                console.Tell(failure);
            }
        }
    }
}
