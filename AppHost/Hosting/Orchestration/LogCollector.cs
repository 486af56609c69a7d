using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Copies what a process writes into its resource's log, from its start until it is removed.</summary>
internal static class LogCollector
{
    public static void Start(ResourceInstance instance, ProcessServices services)
    {
        _ = CollectAsync(instance, services, "stdout");
        _ = CollectAsync(instance, services, "stderr");
    }

    private static async Task CollectAsync(ResourceInstance instance, ProcessServices services, string source)
    {
        try
        {
            // There is no log to read before the process exists.
            await services.Registry.WaitUntilAsync(() => instance.Snapshot is { Pid: not null } or { IsOver: true }, CancellationToken.None);
            if (instance.Snapshot.State != KnownResourceStates.FailedToStart)
            {
                await foreach (var line in services.Dcp.ReadLogAsync(instance.Id, source, CancellationToken.None))
                {
                    instance.Log.Add(line, isError: source == "stderr");
                }
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or DistributedApplicationException or ObjectDisposedException or OperationCanceledException)
        {
            // The process was removed, or the orchestrator has gone with its logs.
        }
    }
}
