using Microsoft.Net.Http.Headers;

namespace PfP.Identity.Provider.Http;

/// <summary>RFC 6749, sections 4.1.2.1 and 5.2; as a result the answer of an endpoint that speaks JSON.</summary>
internal sealed record OAuthError(string Error, string Description) : IResult
{
    public static OAuthError InvalidRequest(string description) => new("invalid_request", description);

    public static OAuthError InvalidGrant(string description) => new("invalid_grant", description);

    public static OAuthError InvalidScope(string description) => new("invalid_scope", description);

    public static readonly OAuthError InvalidClient = new("invalid_client", "The client is not known, or did not prove that it is the one.");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = this == InvalidClient ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest;
        if (this == InvalidClient)
        {
            httpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"PfP\"";
        }

        httpContext.Response.Headers.CacheControl = CacheControlHeaderValue.NoStoreString;
        return httpContext.Response.WriteAsJsonAsync(new { error = Error, error_description = Description }, httpContext.RequestAborted);
    }
}
