using System.Collections.Concurrent;

namespace PfP.Chaos.Review;

/// <summary>Tells when a request of some kind has just been sent.</summary>
internal sealed class Moments
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> awaited = new();
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Sent(string step)
    {
        if (awaited.TryRemove(step, out var moment))
        {
            moment.SetResult();
        }
    }

    /// <summary>Nothing is sent any more.</summary>
    public void End() => over.TrySetResult();

    /// <returns>False where none is sent for some time.</returns>
    public async Task<bool> NextAsync(string step, CancellationToken cancellationToken)
    {
        var moment = awaited.GetOrAdd(step, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        return await Task.WhenAny(moment, over.Task, Task.Delay(Patience, cancellationToken)) == moment;
    }
}
