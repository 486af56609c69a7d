using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PfP.Gateway.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Errors;

namespace PfP.Gateway.Sessions;

/// <param name="Session">Somebody is signed in, and their token is valid.</param>
/// <param name="IsUncertain">The browser claims a session that cannot be looked up or renewed just now.</param>
internal sealed record FoundSession(ActiveSession? Session, bool IsUncertain = false);

/// <summary>
/// Finds who sent a request. The database is asked each time, so that a session which was ended anywhere is over everywhere at once;
/// while it is away, what was seen before counts until its token ends.
/// </summary>
internal sealed class SessionReader(
    WebDbContext database, DatabaseState state, SessionCipher cipher, SessionMemory memory, TokenRefresher refresher, IOptions<SessionRules> options, TimeProvider time)
{
    private static readonly FoundSession Nobody = new(null);

    public async Task<FoundSession> FindAsync(HttpContext context)
    {
        if (SessionCookie.KeyOf(context.Request) is not { } key)
        {
            return Nobody;
        }

        try
        {
            if (!state.IsMigrated)
            {
                return Remembered(key);
            }

            using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            patience.CancelAfter(options.Value.DatabasePatience);
            var active = await LookUpAsync(key, patience.Token);
            if (active is not null && refresher.EndsSoon(active))
            {
                active = await refresher.RefreshAsync(active);
            }

            return active is null ? Forget(context, key) : Keep(active);
        }
        catch (Exception exception) when (Transient.IsTransient(exception) || (exception is OperationCanceledException && !context.RequestAborted.IsCancellationRequested))
        {
            return Remembered(key);
        }
    }

    private async Task<ActiveSession?> LookUpAsync(byte[] key, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var session = await database.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellationToken);
        if (session is null || session.IsOver(options.Value, now))
        {
            return null;
        }

        if (session.LastSeenAt < now - options.Value.SeenEvery)
        {
            // Who renews the tokens has the row's lock; nobody waits for it to note a time.
            await database.Database.ExecuteSqlAsync(
                $"update sessions set last_seen_at = {now} where key in (select key from sessions where key = {key} for update skip locked)", cancellationToken);
        }

        return cipher.Open(session);
    }

    private FoundSession Keep(ActiveSession session)
    {
        memory.Remember(session);
        return session.TokenExpiresAt > time.GetUtcNow() ? new(session) : new(null, IsUncertain: true);
    }

    private FoundSession Remembered(byte[] key) => memory.Find(key) is { } session ? new(session) : new(null, IsUncertain: true);

    private FoundSession Forget(HttpContext context, byte[] key)
    {
        memory.Forget(key);
        SessionCookie.Delete(context);
        return Nobody;
    }
}
