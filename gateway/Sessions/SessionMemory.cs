using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace PfP.Gateway.Sessions;

/// <summary>The sessions this replica saw lately, for as long as their token lasts: used only while the database is away.</summary>
internal sealed class SessionMemory(IOptions<SessionRules> options, TimeProvider time) : IDisposable
{
    private readonly MemoryCache _sessions = new(new MemoryCacheOptions { SizeLimit = options.Value.Remembered });

    public void Remember(ActiveSession session)
    {
        var lasts = session.TokenExpiresAt - time.GetUtcNow();
        if (lasts > TimeSpan.Zero)
        {
            _sessions.Set(NameOf(session.Key), session, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = lasts });
        }
    }

    public ActiveSession? Find(byte[] key) =>
        _sessions.TryGetValue<ActiveSession>(NameOf(key), out var session) && session!.TokenExpiresAt > time.GetUtcNow() ? session : null;

    public void Forget(byte[] key) => _sessions.Remove(NameOf(key));

    public void Dispose() => _sessions.Dispose();

    private static string NameOf(byte[] key) => Convert.ToHexStringLower(key);
}
