using Microsoft.EntityFrameworkCore;
using PfP.Gateway.Data;

namespace PfP.Gateway.Sessions;

/// <summary>The provider says that somebody signed out elsewhere: OpenID Connect Back-Channel Logout 1.0.</summary>
internal static class BackChannelLogout
{
    public static async Task<IResult> HandleAsync(
        HttpContext context, ProviderTokens statements, LogoutTokens obeyed, WebDbContext database, SessionMemory memory, CancellationToken cancellationToken)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        if (await statements.ReadLogoutTokenAsync(form["logout_token"]) is not { } token || !await obeyed.IsNewAsync(token.Id, token.ValidTo, cancellationToken))
        {
            return TypedResults.BadRequest(new Refusal("invalid_request"));
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
        return TypedResults.Ok();
    }

    private sealed record Refusal(string Error);
}
