using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;

namespace Aspire.Hosting.Orchestration;

/// <summary>From DCP's words to the dashboard's.</summary>
internal static class StatusMapping
{
    public static ResourceSnapshot Apply(DcpExecutableStatus status, ResourceSnapshot snapshot)
    {
        var state = status.State switch
        {
            null or "" or "Starting" => KnownResourceStates.Starting,
            "Running" => snapshot.StopRequested ? KnownResourceStates.Stopping : KnownResourceStates.Running,
            "Stopping" => KnownResourceStates.Stopping,
            "FailedToStart" => KnownResourceStates.FailedToStart,
            "Finished" when status.ExitCode is 0 => KnownResourceStates.Finished,
            _ => KnownResourceStates.Exited,
        };
        return snapshot with
        {
            State = state,
            ExitCode = status.ExitCode,
            Pid = status.Pid,
            StartedAt = status.StartupTimestamp,
            StoppedAt = status.FinishTimestamp,
            Arguments = [.. status.EffectiveArgs ?? []],
            Environment = [.. (status.EffectiveEnv ?? []).Select(variable => new EnvironmentVariable(variable.Name, variable.Value ?? "", IsFromSpec: true))],
        };
    }
}
