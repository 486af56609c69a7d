using Microsoft.IdentityModel.JsonWebTokens;
using PfP.Identity.Provider.Clients;
using PfP.Identity.Provider.SigningKeys;
using PfP.Identity.Provider.Tokens;

namespace PfP.Identity.Provider.Logout;

/// <summary>OpenID Connect Back-Channel Logout 1.0: tells a client's server that a session ended.</summary>
internal sealed class BackChannel(IHttpClientFactory http, KeyRingReader keys, TokenWriter writer)
{
    public const string HttpClient = "back-channel logout";

    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    /// <summary>Null when the client has taken note, otherwise why not.</summary>
    public async Task<string?> TellAsync(LogoutNotice notice, Client client, CancellationToken cancellationToken)
    {
        // A token for each attempt: a client that takes each only once must not refuse the second because the first one's answer was lost.
        var token = writer.Write(await keys.ReadAsync(cancellationToken), TokenTypes.Logout, Lifetime, new()
        {
            [JwtRegisteredClaimNames.Sub] = notice.AccountId.ToString(),
            [JwtRegisteredClaimNames.Aud] = client.Id,
            [JwtRegisteredClaimNames.Sid] = notice.SessionId.ToString(),
            [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString(),
            ["events"] = new Dictionary<string, object> { [Event] = new Dictionary<string, object>() },
        });
        try
        {
            using var content = new FormUrlEncodedContent([new("logout_token", token)]);
            using var response = await http.CreateClient(HttpClient).PostAsync(new Uri(client.Settings.BackChannelLogoutUri!), content, cancellationToken);
            return response.IsSuccessStatusCode ? null : $"answered {(int)response.StatusCode}";
        }
        catch (HttpRequestException exception)
        {
            return exception.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "did not answer in time";
        }
    }
}
