using Microsoft.AspNetCore.WebUtilities;
using PfP.Design.Languages;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Provider.Http;
using PfP.Identity.Provider.Tokens;
using PfP.ServiceDefaults;

namespace PfP.Identity.Provider.Logout;

/// <summary>
/// RP-initiated logout. An ID token of ours says which session is meant, and by whom it was given; without one the person is asked, so
/// that no link on some other page signs anybody out.
/// </summary>
internal sealed class EndSession(IssuedTokens tokens, AccountSessions sessions, SecurityLogger log)
{
    private const string AskPage = "/account/sign-out";
    private const string DonePage = "/account/sign-out?done";

    public static Task<IResult> HandleAsync(HttpContext http, EndSession logout, CancellationToken cancellationToken) =>
        logout.AnswerAsync(new(http.Request.Query), cancellationToken);

    public static async Task<IResult> HandlePostAsync(HttpContext http, EndSession logout, CancellationToken cancellationToken) =>
        await Parameters.OfFormAsync(http.Request, cancellationToken) is { } form
            ? await logout.AnswerAsync(form, cancellationToken)
            : TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);

    private async Task<IResult> AnswerAsync(Parameters parameters, CancellationToken cancellationToken)
    {
        var hint = parameters["id_token_hint"] is { } token ? await tokens.ReadHintAsync(token, cancellationToken) : null;
        if (hint is null || parameters.Duplicate is not null || (parameters["client_id"] is { } id && id != hint.Client.Id))
        {
            return new SeeOther(SiteLanguage.Local(AskPage));
        }

        if (await sessions.EndAsync(hint.SessionId, cancellationToken))
        {
            await log.WriteAsync(hint.AccountId, hint.AccountId, SecurityActions.SignedOut, cancellationToken);
        }

        return parameters["post_logout_redirect_uri"] is { } uri && hint.Client.Settings.PostLogoutRedirectUris.Contains(uri, StringComparer.Ordinal)
            ? new SeeOther(parameters["state"] is { } state ? QueryHelpers.AddQueryString(uri, "state", state) : uri)
            : new SeeOther(SiteLanguage.Local(DonePage));
    }
}
