using Microsoft.AspNetCore.WebUtilities;
using PfP.Identity.Provider.Clients;
using PfP.Identity.Provider.Http;
using PfP.ServiceDefaults;

namespace PfP.Identity.Provider.Authorization;

/// <summary>Where answers go: an address that the client has registered. Without one nobody is sent anywhere.</summary>
internal sealed record AuthorizationTarget(Client Client, string RedirectUri, string? State, string Issuer)
{
    public IResult Grant(string code) => Answer(new() { ["code"] = code });

    public IResult Refuse(OAuthError error) => Answer(new() { ["error"] = error.Error, ["error_description"] = error.Description });

    // RFC 9207: the client learns whose answer it is.
    private SeeOther Answer(Dictionary<string, string?> answer)
    {
        answer["state"] = State;
        answer["iss"] = Issuer;
        return new(QueryHelpers.AddQueryString(RedirectUri, answer));
    }
}
