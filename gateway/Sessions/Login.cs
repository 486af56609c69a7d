using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using PfP.Gateway.Errors;
using PfP.ServiceDefaults;

namespace PfP.Gateway.Sessions;

/// <summary>Sends the browser to the provider: authorization code with PKCE.</summary>
internal static class Login
{
    public static async Task<IResult> HandleAsync(
        HttpContext context, ProviderClient provider, SignIn signIn, SignInAttempts attempts, PublicOrigin origin,
        IOptions<OidcOptions> options, CancellationToken cancellationToken)
    {
        var returnUrl = LocalUrl.OrHome(context.Request.Query["returnUrl"]);
        if (!origin.IsHere(context.Request))
        {
            // Under another name of this host the cookies would be set where the provider does not lead back to.
            return new SeeOther(QueryHelpers.AddQueryString(origin.Absolute(SessionsApi.LoginPath), "returnUrl", returnUrl));
        }

        // Better said now than after the password has been typed.
        if (!await provider.AnswersAsync(cancellationToken)
            || !await signIn.CanBeKeptAsync(cancellationToken)
            || await provider.ConfigurationAsync(cancellationToken) is not { } configuration)
        {
            return SignInProblem.Unavailable(context, returnUrl);
        }

        var attempt = attempts.Begin(context, returnUrl);
        return new SeeOther(QueryHelpers.AddQueryString(configuration.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = options.Value.ClientId,
            ["redirect_uri"] = origin.Callback,
            ["scope"] = options.Value.Scope,
            ["state"] = attempt.State,
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = attempt.Challenge,
            ["code_challenge_method"] = "S256",
            ["ui_locales"] = PathLanguage.Of(returnUrl),
        }));
    }
}
