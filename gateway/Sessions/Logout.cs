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

        var returnUrl = LocalUrl.OrHome(context.Request.HasFormContentType ? (await context.Request.ReadFormAsync(cancellationToken))["returnUrl"] : default);
        if (SessionCookie.KeyOf(context.Request) is not { } key)
        {
            return new SeeOther(returnUrl);
        }

        var session = await database.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancellationToken);
        await database.Sessions.Where(row => row.Key == key).ExecuteDeleteAsync(cancellationToken);
        memory.Forget(key);
        SessionCookie.Delete(context);
        if (session is null || cipher.Open(session) is not { } active || await provider.ConfigurationAsync(cancellationToken) is not { EndSessionEndpoint: { Length: > 0 } end })
        {
            return new SeeOther(returnUrl);
        }

        return new SeeOther(QueryHelpers.AddQueryString(end, new Dictionary<string, string?>
        {
            ["id_token_hint"] = active.Secrets.IdToken,
            ["client_id"] = options.Value.ClientId,
            ["post_logout_redirect_uri"] = origin.SignedOut,
            ["state"] = returnUrl,
            ["ui_locales"] = PathLanguage.Of(returnUrl),
        }));
    }
}
