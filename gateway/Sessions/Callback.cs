using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Gateway.Sessions;

/// <summary>Takes the provider's answer: only the one that this browser asked for, from the provider it asked, and once.</summary>
internal static partial class Callback
{
    private const string Issuer = "iss";

    public static async Task<IResult> HandleAsync(
        HttpContext context, ProviderClient provider, SignIn signIn, SignInAttempts attempts, PublicOrigin origin,
        IOptions<IssuerOptions> issuer, ILogger<SignIn> logger, CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        if (Single(query["state"]) is not { } state || attempts.Take(context, state) is not { } attempt)
        {
            LogRefused(logger, "no attempt with that state");
            return SignInProblem.Refused(context, "/");
        }

        if (await provider.ConfigurationAsync(cancellationToken) is not { } configuration)
        {
            return SignInProblem.Unavailable(context, attempt.ReturnUrl);
        }

        if (!IsFrom(issuer.Value.Issuer, query[Issuer], configuration) || query.ContainsKey("error") || Single(query["code"]) is not { } code)
        {
            LogRefused(logger, "another issuer, an error, or no code");
            return SignInProblem.Refused(context, attempt.ReturnUrl);
        }

        // From here on nothing is given up half-way because the reader closed the page: the code can be used once.
        var answer = await provider.RedeemAsync(code, attempt.Verifier, origin.Callback, CancellationToken.None);
        var outcome = answer.Tokens is { } tokens ? await signIn.CompleteAsync(context, tokens, attempt.Nonce) : answer.Outcome;
        switch (outcome)
        {
            case TokenOutcome.Granted:
                return new SeeOther(attempt.ReturnUrl);
            case TokenOutcome.Refused:
                LogRefused(logger, answer.Tokens is null ? "a code that is not good" : "tokens that do not hold");
                return SignInProblem.Refused(context, attempt.ReturnUrl);
            default:
                return SignInProblem.Unavailable(context, attempt.ReturnUrl);
        }
    }

    // RFC 9207: a provider that says it names itself has to; a name that is there has to be right.
    private static bool IsFrom(string issuer, StringValues named, OpenIdConnectConfiguration configuration) => named.Count switch
    {
        0 => !configuration.AuthorizationResponseIssParameterSupported,
        1 => named[0] == issuer,
        _ => false,
    };

    private static string? Single(StringValues values) => values is [{ Length: > 0 } value] ? value : null;

    [LoggerMessage(LogLevel.Warning, "A sign-in was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);
}
