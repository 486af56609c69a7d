using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Makes a resource that lives inside of another ready for use: a database in its server.</summary>
internal sealed record PreparationAnnotation(Func<CancellationToken, Task> Prepare) : IResourceAnnotation;

/// <summary>The life of resources without a process: there from the start, or as long as the one that they live in.</summary>
internal sealed class ChildResources(ResourceRegistry registry)
{
    private static readonly TimeSpan s_retryDelay = TimeSpan.FromSeconds(1);

    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(registry.Instances.Where(instance => !instance.Resource.IsProcess()).Select(instance => RunAsync(instance, cancellationToken)));

    private async Task RunAsync(ResourceInstance instance, CancellationToken cancellationToken)
    {
        if (instance.Resource is not IResourceWithParent child)
        {
            SetState(instance, KnownResourceStates.Running);
            return;
        }

        var parent = registry.Of(child.Parent).First();
        while (true)
        {
            SetState(instance, KnownResourceStates.Waiting);
            await registry.WaitUntilAsync(() => parent.IsHealthy, cancellationToken);
            await PrepareAsync(instance, cancellationToken);
            SetState(instance, KnownResourceStates.Running);
            await registry.WaitUntilAsync(() => !parent.Snapshot.IsRunning, cancellationToken);
        }
    }

    private async Task PrepareAsync(ResourceInstance instance, CancellationToken cancellationToken)
    {
        SetState(instance, KnownResourceStates.Starting);
        foreach (var preparation in instance.Resource.Annotations.OfType<PreparationAnnotation>())
        {
            while (!await TryAsync(preparation, instance, cancellationToken))
            {
                await Task.Delay(s_retryDelay, cancellationToken);
            }
        }
    }

    private static async Task<bool> TryAsync(PreparationAnnotation preparation, ResourceInstance instance, CancellationToken cancellationToken)
    {
        try
        {
            await preparation.Prepare(cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            instance.Log.Note(exception.Message, isError: true); // the server may be on its way down or up again
            return false;
        }
    }

    private void SetState(ResourceInstance instance, string state) => registry.Update(instance, snapshot => snapshot with
    {
        State = state,
        StartedAt = state == KnownResourceStates.Running ? DateTime.UtcNow : null,
        Health = snapshot.Health.Clear(),
    });
}
