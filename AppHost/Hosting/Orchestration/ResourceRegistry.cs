using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>The state of every resource; all changes go through it, and whoever is interested hears of them.</summary>
internal sealed class ResourceRegistry
{
    private readonly Lock _lock = new();
    private readonly List<Channel<ResourceInstance>> _watchers = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ResourceRegistry(IEnumerable<IResource> resources)
    {
        Instances = [.. resources.SelectMany(CreateInstances)];
    }

    public IReadOnlyList<ResourceInstance> Instances { get; }

    public IEnumerable<ResourceInstance> Of(IResource resource) => Instances.Where(instance => instance.Resource == resource);

    public void Update(ResourceInstance instance, Func<ResourceSnapshot, ResourceSnapshot> change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            var (before, after) = (instance.Snapshot, change(instance.Snapshot));
            if (before == after)
            {
                return;
            }

            instance.Snapshot = after;
            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryWrite(instance);
            }

            (changed, _changed) = (_changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.SetResult();
    }

    /// <summary>Waits until the condition, which may look at any resource's state, holds.</summary>
    public async Task WaitUntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                changed = _changed.Task;
            }

            if (condition())
            {
                return;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Every instance once, then each instance that has changed.</summary>
    public async IAsyncEnumerable<ResourceInstance> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateUnbounded<ResourceInstance>();
        lock (_lock)
        {
            _watchers.Add(channel);
        }

        try
        {
            foreach (var instance in Instances)
            {
                yield return instance;
            }

            await foreach (var instance in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return instance;
            }
        }
        finally
        {
            lock (_lock)
            {
                _watchers.Remove(channel);
            }
        }
    }

    private static IEnumerable<ResourceInstance> CreateInstances(IResource resource) =>
        Enumerable.Range(0, resource.GetReplicaCount())
            .Select(_ => new ResourceInstance(resource, $"{resource.Name}-{SecretStore.CreateSecret()[..8]}"));
}
