using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PfP.Identity.Provider.Http;

namespace PfP.Identity.Provider.Clients;

/// <summary>Who calls: client_secret_basic or client_secret_post (RFC 6749, section 2.3.1), one of them.</summary>
internal sealed class ClientAuthentication(ClientRegistry clients)
{
    /// <summary>The client, or why there is none.</summary>
    public (Client? Client, OAuthError? Error) Authenticate(HttpRequest request, Parameters form)
    {
        if (form.Duplicate is { } twice)
        {
            return (null, OAuthError.InvalidRequest($"{twice} is there twice."));
        }

        var inHeader = request.Headers.Authorization.Count > 0;
        if (inHeader && form.Has("client_secret"))
        {
            return (null, OAuthError.InvalidRequest("The client authenticates in two ways."));
        }

        var (id, secret) = inHeader ? ReadHeader(request.Headers.Authorization.ToString()) : (form["client_id"], form["client_secret"]);
        var isSame = !inHeader || form["client_id"] is null || form["client_id"] == id;
        return isSame && secret is not null && clients.Find(id) is { } client && client.Knows(secret) ? (client, null) : (null, OAuthError.InvalidClient);
    }

    private static (string? Id, string? Secret) ReadHeader(string header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var value) || !"Basic".Equals(value.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return default;
        }

        var buffer = new byte[value.Parameter?.Length ?? 0];
        if (!Convert.TryFromBase64String(value.Parameter ?? "", buffer, out var length))
        {
            return default;
        }

        // Both parts are form-encoded first.
        return Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2) is [var id, var secret] ? (WebUtility.UrlDecode(id), WebUtility.UrlDecode(secret)) : default;
    }
}
