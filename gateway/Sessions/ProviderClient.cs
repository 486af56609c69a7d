using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Gateway.Sessions;

/// <summary>What the gateway asks the provider from server to server.</summary>
internal sealed class ProviderClient(
    IHttpClientFactory clients, ConfigurationManager<OpenIdConnectConfiguration> configuration, IOptions<OidcOptions> options, IOptions<IssuerOptions> issuer)
{
    private static readonly TokenAnswer Unavailable = new(TokenOutcome.Unavailable);

    private readonly OidcOptions _options = options.Value;

    /// <summary>The provider's discovery document; null where it is not known yet and cannot be had.</summary>
    public async Task<OpenIdConnectConfiguration?> ConfigurationAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await configuration.GetConfigurationAsync(cancellationToken);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether somebody who goes there now to sign in will find anybody.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Http().GetAsync(new Uri($"{issuer.Value.Issuer.TrimEnd('/')}/.well-known/openid-configuration"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            return false;
        }
    }

    public Task<TokenAnswer> RedeemAsync(string code, string verifier, string redirectUri, CancellationToken cancellationToken) => AskAsync(
        new() { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = verifier, ["redirect_uri"] = redirectUri }, cancellationToken);

    public Task<TokenAnswer> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        AskAsync(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken }, cancellationToken);

    /// <summary>Null where the provider does not answer.</summary>
    public async Task<JsonElement?> UserInfoAsync(string accessToken, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, (await ConfigurationAsync(cancellationToken))?.UserInfoEndpoint);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
            using var response = await Http().SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken) : null;
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken) || exception is JsonException)
        {
            return null;
        }
    }

    private async Task<TokenAnswer> AskAsync(Dictionary<string, string> form, CancellationToken cancellationToken)
    {
        if (await ConfigurationAsync(cancellationToken) is not { } known)
        {
            return Unavailable;
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, known.TokenEndpoint) { Content = new FormUrlEncodedContent(form) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Credentials());
            using var response = await Http().SendAsync(request, cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.OK when await response.Content.ReadFromJsonAsync<TokenResponse>(cancellationToken) is { IsUsable: true } tokens => new(TokenOutcome.Granted, tokens),
                // RFC 6749, section 5.2. A secret that is wrong is a 401: that is ours to mend, and no session ends for it.
                HttpStatusCode.BadRequest => new(TokenOutcome.Refused),
                _ => Unavailable,
            };
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken) || exception is JsonException)
        {
            return Unavailable;
        }
    }

    // RFC 6749, section 2.3.1: both parts are form-encoded first.
    private string Credentials() =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes($"{WebUtility.UrlEncode(_options.ClientId)}:{WebUtility.UrlEncode(_options.ClientSecret)}"));

    private HttpClient Http() => clients.CreateClient(IssuerSetup.HttpClient);

    private static bool IsFailure(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or IOException or InvalidOperationException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
