using Microsoft.Extensions.Options;
using PfP.Design.Languages;
using PfP.Identity.Provider.Claims;
using PfP.Identity.Provider.Clients;
using PfP.Identity.Provider.Http;
using PfP.Identity.Provider.Tokens;
using PfP.ServiceDefaults;

namespace PfP.Identity.Provider.Authorization;

/// <summary>The authorization endpoint: a code for who is signed in, or the way to sign in.</summary>
internal sealed class Authorize(
    ClientRegistry clients, IssuedTokens tokens, IMemberClaims members, CodeIssue codes, IOptions<ProviderOptions> options, TimeProvider clock)
{
    public static Task<IResult> HandleAsync(HttpContext http, Authorize authorize, CancellationToken cancellationToken) =>
        authorize.AnswerAsync(http, new(http.Request.Query), cancellationToken);

    /// <summary>Goes on with GET: the cookie of who is signed in does not come with another site's form.</summary>
    public static async Task<IResult> HandlePostAsync(HttpContext http, CancellationToken cancellationToken) =>
        await Parameters.OfFormAsync(http.Request, cancellationToken) is { } form
            ? new SeeOther("/connect/authorize" + form.ToQuery())
            : TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);

    private async Task<IResult> AnswerAsync(HttpContext http, Parameters parameters, CancellationToken cancellationToken)
    {
        if (FindTarget(parameters) is not { } target)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        var (request, error) = AuthorizationRequest.Read(parameters, target.Client.Scopes);
        if (request is null)
        {
            return target.Refuse(error!);
        }

        var hinted = request.Hint is { } hint ? await tokens.ReadHintAsync(hint, cancellationToken) : null;
        if (request.Hint is not null && hinted is null)
        {
            return target.Refuse(OAuthError.InvalidRequest("id_token_hint is no ID token of ours."));
        }

        var session = await BrowserSession.FindAsync(http);
        if (session is null || !Satisfies(session, request, hinted?.AccountId, parameters))
        {
            return request.IsSilent
                ? target.Refuse(new("login_required", "Somebody has to sign in."))
                : SignInDetour.Begin(parameters, again: session is not null, clock.GetUtcNow());
        }

        return await AnswerAsync(target, request, session, cancellationToken);
    }

    private async Task<IResult> AnswerAsync(AuthorizationTarget target, AuthorizationRequest request, BrowserSession session, CancellationToken cancellationToken)
    {
        if (await members.OfAsync(session.AccountId, cancellationToken) is not { Roles.Count: > 0 })
        {
            return request.IsSilent
                ? target.Refuse(new("access_denied", "The membership is not approved."))
                : new SeeOther(SiteLanguage.Local("/account"));
        }

        return target.Grant(await codes.IssueAsync(target, request, session, cancellationToken));
    }

    // Letter by letter; without both nobody is sent anywhere.
    private AuthorizationTarget? FindTarget(Parameters parameters) =>
        clients.Find(parameters["client_id"]) is { } client
        && client.Grants.Contains(GrantTypes.AuthorizationCode)
        && parameters["redirect_uri"] is { } uri
        && client.Settings.RedirectUris.Contains(uri, StringComparer.Ordinal)
            ? new(client, uri, parameters["state"], options.Value.Issuer)
            : null;

    private bool Satisfies(BrowserSession session, AuthorizationRequest request, Guid? hinted, Parameters parameters)
    {
        var now = clock.GetUtcNow();
        var isRecent = !request.WantsSignIn && (request.MaxAge is not { } age || session.SignedInAt + age >= now);
        return (isRecent || SignInDetour.IsDone(parameters, session, now)) && (hinted is null || hinted == session.AccountId);
    }
}
