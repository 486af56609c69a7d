using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PfP.Gateway.Data;
using PfP.ServiceDefaults;

namespace PfP.Gateway.Sessions;

/// <summary>Makes a session of the provider's tokens.</summary>
internal sealed class SignIn(
    WebDbContext database, ProviderClient provider, ProviderTokens statements, SessionCipher cipher, SessionMemory memory,
    DatabaseState state, IOptions<SessionRules> rules, TimeProvider time)
{
    /// <summary>Whether a session could be kept now.</summary>
    public async Task<bool> CanBeKeptAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(rules.Value.DatabasePatience);
        try
        {
            return state.IsMigrated && await database.Database.CanConnectAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Signs the browser in under a new number, if the tokens hold.</summary>
    public async Task<TokenOutcome> CompleteAsync(HttpContext context, TokenResponse tokens, string nonce)
    {
        if (await statements.ReadIdTokenAsync(tokens.IdToken, nonce) is not { } idToken)
        {
            return TokenOutcome.Refused;
        }

        if (await provider.UserInfoAsync(tokens.AccessToken!, CancellationToken.None) is not { } userInfo)
        {
            return TokenOutcome.Unavailable;
        }

        if (Profiles.Read(userInfo, idToken.Subject) is not { } profile)
        {
            return TokenOutcome.Refused;
        }

        // Whatever number the browser had, an attacker may know it.
        if (SessionCookie.KeyOf(context.Request) is { } old)
        {
            memory.Forget(old);
            await database.Sessions.Where(session => session.Key == old).ExecuteDeleteAsync();
        }

        var now = time.GetUtcNow();
        var session = new Session
        {
            Key = SessionCookie.Issue(context),
            Subject = idToken.Subject,
            ProviderSession = ProviderTokens.Text(idToken, "sid"),
            CreatedAt = now,
            LastSeenAt = now,
        };
        session.Keep(cipher.Close(session.Key, new(tokens.AccessToken!, tokens.RefreshToken, tokens.IdToken!, profile)), now.AddSeconds(tokens.ExpiresIn));
        database.Sessions.Add(session);
        await database.SaveChangesAsync();
        return TokenOutcome.Granted;
    }
}
