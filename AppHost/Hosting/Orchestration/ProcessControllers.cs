using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>The controllers of all processes, and the order in which they end.</summary>
internal sealed class ProcessControllers(ResourceRegistry registry, ProcessServices services) : IDisposable
{
    private readonly IReadOnlyList<ProcessController> _controllers =
        [.. registry.Instances.Where(instance => instance.Resource.IsProcess()).Select(instance => new ProcessController(instance, services))];

    public ProcessController? Of(ResourceInstance instance) => _controllers.FirstOrDefault(controller => controller.Instance == instance);

    public Task StartAllAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_controllers.Select(controller => controller.StartAsync(cancellationToken)));

    /// <summary>Users of a server end before the server, so that nobody loses a connection that it still needs.</summary>
    public Task StopAllAsync(CancellationToken cancellationToken)
    {
        var stops = new Dictionary<ProcessController, Lazy<Task>>();
        foreach (var controller in _controllers)
        {
            stops[controller] = new Lazy<Task>(async () =>
            {
                await Task.WhenAll(_controllers.Where(other => Uses(other, controller)).Select(user => stops[user].Value));
                await controller.StopAsync(cancellationToken);
            });
        }

        return Task.WhenAll(stops.Values.Select(stop => stop.Value));
    }

    public void KillAll()
    {
        foreach (var instance in _controllers.Select(controller => controller.Instance).Where(instance => !instance.Snapshot.IsOver))
        {
            ProcessSignals.KillTree(instance.Snapshot.Pid);
        }
    }

    public void Dispose()
    {
        foreach (var controller in _controllers)
        {
            controller.Dispose();
        }
    }

    /// <summary>Directly or through others. Two that use each other have no order.</summary>
    private static bool Uses(ProcessController user, ProcessController server)
    {
        var (one, other) = (user.Instance.Resource, server.Instance.Resource);
        return GetAllPrerequisites(one, []).Contains(other) && !GetAllPrerequisites(other, []).Contains(one);
    }

    private static HashSet<IResource> GetAllPrerequisites(IResource resource, HashSet<IResource> found)
    {
        foreach (var prerequisite in resource.GetPrerequisites().Where(found.Add))
        {
            GetAllPrerequisites(prerequisite, found);
        }

        return found;
    }
}
