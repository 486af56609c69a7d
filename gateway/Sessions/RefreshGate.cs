using Microsoft.Extensions.Options;

namespace PfP.Gateway.Sessions;

/// <summary>
/// Bounds how many refreshes of this replica run or wait for a row lock, each with a connection of the pool that all requests share.
/// Closed for a moment after the provider failed, so that readers do not queue for it.
/// </summary>
internal sealed class RefreshGate(IOptions<SessionRules> options) : IDisposable
{
    private const int Width = 6;

    private readonly SemaphoreSlim _places = new(Width);
    private long _closedUntil = long.MinValue;

    public bool IsClosed => Environment.TickCount64 < Volatile.Read(ref _closedUntil);

    public void Close() => Volatile.Write(ref _closedUntil, Environment.TickCount64 + (long)options.Value.ProviderPause.TotalMilliseconds);

    /// <summary>Null while closed, also for those who were waiting when it closed.</summary>
    public async Task<IDisposable?> EnterAsync()
    {
        if (IsClosed)
        {
            return null;
        }

        await _places.WaitAsync();
        if (!IsClosed)
        {
            return new Place(_places);
        }

        _places.Release();
        return null;
    }

    public void Dispose() => _places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
