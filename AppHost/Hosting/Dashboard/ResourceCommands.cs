using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Wire;
using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting.Dashboard;

/// <summary>Start, stop and restart: the buttons, and what they do.</summary>
internal sealed class ResourceCommands(ProcessControllers controllers)
{
    private const string Start = "start";
    private const string Stop = "stop";
    private const string Restart = "restart";

    public static IEnumerable<Command> Describe(ResourceSnapshot snapshot)
    {
        var startable = snapshot.IsOver || snapshot.State == KnownResourceStates.NotStarted;
        var stoppable = snapshot.State is KnownResourceStates.Running or KnownResourceStates.Waiting;
        return
        [
            Create(Start, "Start", "Play", startable ? CommandState.Enabled : CommandState.Hidden),
            Create(Stop, "Stop", "Stop", startable ? CommandState.Hidden : stoppable ? CommandState.Enabled : CommandState.Disabled),
            Create(Restart, "Restart", "ArrowCounterclockwise", startable ? CommandState.Hidden : snapshot.IsRunning ? CommandState.Enabled : CommandState.Disabled),
        ];
    }

    public Task ExecuteAsync(ResourceInstance instance, string command, CancellationToken cancellationToken)
    {
        var controller = controllers.Of(instance) ?? throw new DistributedApplicationException($"{instance.Resource.Name} is not a process that could be started or stopped.");
        return command switch
        {
            Start => controller.StartAsync(cancellationToken),
            Stop => controller.StopAsync(cancellationToken),
            Restart => controller.RestartAsync(cancellationToken),
            _ => throw new DistributedApplicationException($"There is no command '{command}'."),
        };
    }

    private static Command Create(string name, string displayName, string icon, CommandState state) => new()
    {
        Name = name,
        DisplayName = displayName,
        IconName = icon,
        IconVariant = name == Restart ? 0 : 1,
        IsHighlighted = name != Restart,
        State = state,
    };
}
