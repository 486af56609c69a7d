namespace PfP.Identity.Provider.Logout;

/// <summary>Wakes this replica's sender; the others come by anyway.</summary>
internal sealed class LogoutSignal : IDisposable
{
    private readonly SemaphoreSlim pending = new(0);

    public void Wake() => pending.Release();

    public async Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        await pending.WaitAsync(timeout, cancellationToken);
    }

    public void Dispose() => pending.Dispose();
}
