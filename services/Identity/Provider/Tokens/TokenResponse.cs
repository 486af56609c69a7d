using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;

namespace PfP.Identity.Provider.Tokens;

/// <summary>RFC 6749, section 5.1, and OpenID Connect Core, section 3.1.3.3.</summary>
internal sealed record TokenResponse(string AccessToken, int ExpiresIn, string? Scope, string? RefreshToken = null, string? IdToken = null) : IResult
{
    public string TokenType { get; } = "Bearer";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = CacheControlHeaderValue.NoStoreString;
        return httpContext.Response.WriteAsJsonAsync(this, TokenJson.Default.TokenResponse, cancellationToken: httpContext.RequestAborted);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenResponse))]
internal sealed partial class TokenJson : JsonSerializerContext;
