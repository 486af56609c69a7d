namespace PfP.ServiceDefaults.Time;

/// <summary>Wakes one background service that waits until there is something to do, or the time is over.</summary>
internal sealed class WakeUp : IDisposable
{
    private readonly SemaphoreSlim pending = new(0);

    /// <summary>At once where it was woken since it waited last.</summary>
    public Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) =>
        pending.WaitAsync(timeout > TimeSpan.Zero ? timeout : TimeSpan.Zero, cancellationToken);

    public void Wake()
    {
        // Two at the same moment may both pass: one more look than needed.
        if (pending.CurrentCount == 0)
        {
            pending.Release();
        }
    }

    public void Dispose() => pending.Dispose();
}
