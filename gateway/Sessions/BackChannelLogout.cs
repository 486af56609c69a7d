using Microsoft.EntityFrameworkCore;
using PfP.Gateway.Data;

namespace PfP.Gateway.Sessions;

/// <summary>The provider says that somebody signed out elsewhere: OpenID Connect Back-Channel Logout 1.0.</summary>
internal static class BackChannelLogout
{
    public static async Task<IResult> HandleAsync(
        HttpContext context, ProviderTokens statements, WebDbContext database, SessionMemory memory, CancellationToken cancellationToken)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        if (await statements.ReadLogoutTokenAsync(form["logout_token"]) is not { } token)
        {
            return Refused;
        }

        // Obeyed once: a copy that somebody kept signs nobody out.
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await database.Database.ExecuteSqlAsync(
            $"insert into logout_tokens (jti, expires_at) values ({token.Id}, {token.ValidTo}) on conflict do nothing", cancellationToken) == 0)
        {
            return Refused;
        }

        var sessions = database.Sessions.AsQueryable();
        if (ProviderTokens.Text(token, "sid") is { } providerSession)
        {
            sessions = sessions.Where(session => session.ProviderSession == providerSession);
        }

        if (!string.IsNullOrEmpty(token.Subject))
        {
            sessions = sessions.Where(session => session.Subject == token.Subject);
        }

        foreach (var key in await sessions.Select(session => session.Key).ToListAsync(cancellationToken))
        {
            memory.Forget(key);
        }

        await sessions.ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok();
    }

    private static IResult Refused => TypedResults.BadRequest(new Refusal("invalid_request"));

    private sealed record Refusal(string Error);
}
