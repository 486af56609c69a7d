using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using PfP.Gateway.Data;

namespace PfP.Gateway.Sessions;

/// <summary>
/// Renews a session's tokens under its row lock, whichever replica comes first; the others wait there and find the new ones.
/// Nothing here follows the reader's cancellation: an answer that nobody keeps would cost the session.
/// </summary>
internal sealed partial class TokenRefresher(
    WebDbContext database, RefreshGate gate, ProviderClient provider, ProviderTokens statements, SessionCipher cipher,
    IOptions<SessionRules> options, TimeProvider time, ILogger<TokenRefresher> logger)
{
    /// <summary>The session with tokens that last, or with those it has until they end; null where it is over.</summary>
    public async Task<ActiveSession?> RefreshAsync(ActiveSession known)
    {
        using var place = await gate.EnterAsync();
        if (place is null)
        {
            return known;
        }

        await using var transaction = await database.Database.BeginTransactionAsync();
        var session = await database.Sessions.FromSql($"select * from sessions where key = {known.Key} for update").SingleOrDefaultAsync();
        if (session is null || cipher.Open(session) is not { } active)
        {
            return null;
        }

        // Who waited for the lock finds new tokens, or that the provider does not answer.
        return EndsSoon(active) && !gate.IsClosed ? await RenewAsync(session, active, transaction) : active;
    }

    public bool EndsSoon(ActiveSession session) => session.TokenExpiresAt <= time.GetUtcNow() + options.Value.RefreshAhead;

    private async Task<ActiveSession?> RenewAsync(Session session, ActiveSession active, IDbContextTransaction transaction)
    {
        if (active.Secrets.RefreshToken is not { } refreshToken)
        {
            return active.TokenExpiresAt > time.GetUtcNow() ? active : await EndAsync(session, transaction, "its token has ended and cannot be renewed");
        }

        var answer = await provider.RefreshAsync(refreshToken, CancellationToken.None);
        switch (answer.Outcome)
        {
            case TokenOutcome.Granted:
                return await KeepAsync(session, active, answer.Tokens!, transaction);
            case TokenOutcome.Refused:
                return await EndAsync(session, transaction, "the provider has ended it");
            default:
                // Asked again later. Should it have been granted already, that looks like theft to the provider, which ends the
                // session as not asking would; mostly it was not.
                gate.Close();
                return active;
        }
    }

    private async Task<ActiveSession?> KeepAsync(Session session, ActiveSession active, TokenResponse tokens, IDbContextTransaction transaction)
    {
        // An ID token is not promised here; where there is one it has to be about the same person.
        if (tokens.IdToken is not null && (await statements.ReadIdTokenAsync(tokens.IdToken, nonce: null))?.Subject != session.Subject)
        {
            return await EndAsync(session, transaction, "the new ID token does not hold");
        }

        var userInfo = await provider.UserInfoAsync(tokens.AccessToken!, CancellationToken.None);
        var profile = userInfo is { } said ? Profiles.Read(said, session.Subject) : active.Secrets.Profile;
        if (profile is null)
        {
            return await EndAsync(session, transaction, "userinfo speaks of another subject");
        }

        var secrets = new SessionSecrets(tokens.AccessToken!, tokens.RefreshToken ?? active.Secrets.RefreshToken, tokens.IdToken ?? active.Secrets.IdToken, profile);
        session.Keep(cipher.Close(session.Key, secrets), time.GetUtcNow().AddSeconds(tokens.ExpiresIn));
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return new(session.Key, secrets, session.TokenExpiresAt);
    }

    private async Task<ActiveSession?> EndAsync(Session session, IDbContextTransaction transaction, string reason)
    {
        LogEnded(reason);
        database.Sessions.Remove(session);
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return null;
    }

    [LoggerMessage(LogLevel.Information, "A session has ended: {Reason}")]
    private partial void LogEnded(string reason);
}
