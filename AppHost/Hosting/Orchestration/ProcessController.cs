using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;

namespace Aspire.Hosting.Orchestration;

/// <summary>What the controllers of all processes share.</summary>
internal sealed record ProcessServices(ResourceRegistry Registry, DependencyWaits Waits, DcpClient Dcp, ExecutableEvents Events, LaunchPlanner Planner);

/// <summary>Starts, stops and starts again one process, and keeps its state up to date.</summary>
internal sealed class ProcessController(ResourceInstance instance, ProcessServices services) : IDisposable
{
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(4);
    private readonly SemaphoreSlim _commands = new(1, 1);
    private CancellationTokenSource _attempt = new();
    private Task _starting = Task.CompletedTask;
    private string? _uid;
    private volatile string? _replacedUid;

    public ResourceInstance Instance => instance;

    /// <summary>Begins to start the process; it may have to wait for others first.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => ExclusivelyAsync(() =>
    {
        if (instance.Snapshot is { State: not KnownResourceStates.NotStarted, IsOver: false })
        {
            return Task.CompletedTask;
        }

        _replacedUid = _uid;
        _attempt.Dispose();
        _attempt = new CancellationTokenSource();
        services.Registry.Update(instance, snapshot => new ResourceSnapshot { State = KnownResourceStates.Starting, CreatedAt = snapshot.CreatedAt });
        _starting = Task.Run(() => RunAsync(_attempt.Token), CancellationToken.None);
        return Task.CompletedTask;
    }, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => ExclusivelyAsync(async () =>
    {
        services.Registry.Update(instance, snapshot => snapshot.IsOver ? snapshot : snapshot with { StopRequested = true });
        await _attempt.CancelAsync();
        await _starting.WaitAsync(cancellationToken);
        if (instance.Snapshot.State is KnownResourceStates.Running or KnownResourceStates.Starting or KnownResourceStates.Stopping)
        {
            await EndProcessAsync(cancellationToken);
        }
    }, cancellationToken);

    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        await StartAsync(cancellationToken);
    }

    public void Dispose()
    {
        _attempt.Dispose();
        _commands.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await services.Waits.WaitAsync(instance, cancellationToken);
            services.Registry.Update(instance, snapshot => snapshot with { State = KnownResourceStates.Starting });
            var plan = await services.Planner.PlanAsync(instance, cancellationToken);
            await services.Dcp.DeleteExecutableAsync(instance.Id, cancellationToken);
            services.Events.Subscribe(instance.Id, OnStatus);
            // From here on there is a process, so a stop ends that instead of this attempt.
            _uid = await services.Dcp.StartExecutableAsync(instance.Id, plan, LaunchPlanner.GetServedPorts(instance.Resource), CancellationToken.None);
            LogCollector.Start(instance, services);
        }
        catch (OperationCanceledException)
        {
            End(KnownResourceStates.Finished);
        }
        catch (Exception exception) when (exception is DistributedApplicationException or HttpRequestException or InvalidOperationException or IOException)
        {
            instance.Log.Note(exception.Message, isError: true);
            End(KnownResourceStates.FailedToStart);
        }
    }

    private async Task EndProcessAsync(CancellationToken cancellationToken)
    {
        services.Registry.Update(instance, snapshot => snapshot.IsOver ? snapshot : snapshot with { State = KnownResourceStates.Stopping });
        if (instance.Resource.Find<StopSignalAnnotation>() is { } stop && instance.Snapshot.Pid is { } pid)
        {
            ProcessSignals.Send(pid, stop.Signal);
        }
        else
        {
            await services.Dcp.StopExecutableAsync(instance.Id, cancellationToken);
        }

        try
        {
            await services.Registry.WaitUntilAsync(() => instance.Snapshot.IsOver, cancellationToken).WaitAsync(s_stopLimit, cancellationToken);
        }
        catch (TimeoutException)
        {
            instance.Log.Note($"It did not end within {s_stopLimit.TotalSeconds:0} seconds and is killed.", isError: true);
            ProcessSignals.KillTree(instance.Snapshot.Pid);
            await services.Registry.WaitUntilAsync(() => instance.Snapshot.IsOver, cancellationToken);
        }
    }

    private void OnStatus(string? uid, DcpExecutableStatus status)
    {
        if (uid is null || uid != _replacedUid)
        {
            services.Registry.Update(instance, snapshot => StatusMapping.Apply(status, snapshot));
        }
    }

    private void End(string state) =>
        services.Registry.Update(instance, snapshot => snapshot with { State = state, StoppedAt = DateTime.UtcNow });

    private async Task ExclusivelyAsync(Func<Task> command, CancellationToken cancellationToken)
    {
        await _commands.WaitAsync(cancellationToken);
        try
        {
            await command();
        }
        finally
        {
            _commands.Release();
        }
    }
}
