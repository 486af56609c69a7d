using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PfP.Gateway.Data;
using PfP.Gateway.Errors;
using PfP.ServiceDefaults;

namespace PfP.Gateway.Sessions;

/// <summary>Ends the session here and then at the provider, which tells everybody else. Only a form of our own pages may ask for it.</summary>
internal static class Logout
{
    public static async Task<IResult> HandleAsync(
        HttpContext context, WebDbContext database, SessionCipher cipher, SessionMemory memory, ProviderClient provider, PublicOrigin origin,
        IOptions<OidcOptions> options, CancellationToken cancellationToken)
    {
        if (!SameOrigin.Sent(context.Request))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        // What pages keep in the browser, such as drafts that could not be saved, is not for whoever sits there next.
        context.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        var returnUrl = LocalUrl.OrHome(context.Request.HasFormContentType ? (await context.Request.ReadFormAsync(cancellationToken))["returnUrl"] : default);
        var idToken = await ForgetAsync(context, database, cipher, memory, cancellationToken);
        if (await provider.ConfigurationAsync(cancellationToken) is not { EndSessionEndpoint: { Length: > 0 } end })
        {
            return new SeeOther(returnUrl);
        }

        // Whoever has no session here may still have one there, as after signing in on an account page: without an ID token the provider asks.
        return new SeeOther(QueryHelpers.AddQueryString(end, new Dictionary<string, string?>
        {
            ["id_token_hint"] = idToken,
            ["client_id"] = options.Value.ClientId,
            ["post_logout_redirect_uri"] = origin.SignedOut,
            ["state"] = returnUrl,
            ["ui_locales"] = PathLanguage.Of(returnUrl),
        }));
    }

    // Returns the ID token of the session that was.
    private static async Task<string?> ForgetAsync(HttpContext context, WebDbContext database, SessionCipher cipher, SessionMemory memory, CancellationToken cancellationToken)
    {
        if (SessionCookie.KeyOf(context.Request) is not { } key)
        {
            return null;
        }

        var session = await database.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellationToken);
        await database.Sessions.Where(row => row.Key == key).ExecuteDeleteAsync(cancellationToken);
        memory.Forget(key);
        SessionCookie.Delete(context);
        return session is null ? null : cipher.Open(session)?.Secrets.IdToken;
    }
}
