namespace PfP.Identity.Provider.SigningKeys;

/// <summary>The keys as this replica knows them: read again each minute, which is also when the next key is made if it is time.</summary>
internal sealed class KeyRingReader(SigningKeyStore store, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1);
    private volatile KeyRing? known;

    public async ValueTask<KeyRing> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (known is { } fresh && IsFresh(fresh, now))
        {
            return fresh;
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            return known is { } read && IsFresh(read, now) ? read : known = await store.ReadAsync(now, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static bool IsFresh(KeyRing ring, DateTimeOffset now) => (now - ring.ReadAt).Duration() < Fresh;
}
