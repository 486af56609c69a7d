using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Identity.Provider.Http;

namespace PfP.Identity.Provider.UserInfo;

/// <summary>An access token in the header or in a form (RFC 6750), in one place; never in the address, which logs keep.</summary>
internal static class BearerToken
{
    public static async Task<(string? Token, OAuthError? Error)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await Parameters.OfFormAsync(request, cancellationToken);
        if (request.Headers.Authorization.Count == 0)
        {
            return form?.Duplicate is { } twice ? (null, OAuthError.InvalidRequest($"{twice} is there twice.")) : (form?["access_token"], null);
        }

        if (form?.Has("access_token") == true)
        {
            return (null, OAuthError.InvalidRequest("The access token is there in two ways."));
        }

        var isBearer = AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) && "Bearer".Equals(header.Scheme, StringComparison.OrdinalIgnoreCase);
        return (isBearer ? header!.Parameter : null, null);
    }

    public static IResult Missing(HttpContext http) => Refuse(http, "Bearer realm=\"PfP\"");

    public static IResult Invalid(HttpContext http) => Refuse(http, "Bearer realm=\"PfP\", error=\"invalid_token\"");

    private static ProblemHttpResult Refuse(HttpContext http, string challenge)
    {
        http.Response.Headers.WWWAuthenticate = challenge;
        return TypedResults.Problem(statusCode: StatusCodes.Status401Unauthorized);
    }
}
