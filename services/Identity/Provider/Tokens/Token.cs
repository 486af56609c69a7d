using PfP.Identity.Provider.Clients;
using PfP.Identity.Provider.Http;

namespace PfP.Identity.Provider.Tokens;

/// <summary>The token endpoint.</summary>
internal static class Token
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, ClientAuthentication clients, CodeExchange codes, Refresh refresh, ClientCredentials machines, CancellationToken cancellationToken)
    {
        if (await Parameters.OfFormAsync(http.Request, cancellationToken) is not { } form)
        {
            return OAuthError.InvalidRequest("Parameters are sent as application/x-www-form-urlencoded.");
        }

        var (client, error) = clients.Authenticate(http.Request, form);
        if (client is null)
        {
            return error!;
        }

        return form["grant_type"] switch
        {
            null => OAuthError.InvalidRequest("grant_type is missing."),
            var grant when !GrantTypes.All.Contains(grant) => new OAuthError("unsupported_grant_type", "There is no such grant_type here."),
            var grant when !client.Grants.Contains(grant) => new OAuthError("unauthorized_client", "The client is not registered for this grant_type."),
            GrantTypes.AuthorizationCode => await codes.RedeemAsync(client, form, cancellationToken),
            GrantTypes.RefreshToken => await refresh.UseAsync(client, form, cancellationToken),
            _ => await machines.IssueAsync(client, form, cancellationToken),
        };
    }
}
