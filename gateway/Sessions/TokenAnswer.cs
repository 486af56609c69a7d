using System.Text.Json.Serialization;

namespace PfP.Gateway.Sessions;

internal enum TokenOutcome
{
    Granted,

    /// <summary>The provider looked at the request and said no.</summary>
    Refused,

    /// <summary>The request was not carried out: it did not arrive, or the provider said it could not.</summary>
    NotDone,

    /// <summary>The request may or may not have been carried out.</summary>
    Unknown,
}

internal sealed record TokenAnswer(TokenOutcome Outcome, TokenResponse? Tokens = null);

/// <summary>RFC 6749, section 5.1, and OpenID Connect's ID token.</summary>
internal sealed record TokenResponse(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken,
    [property: JsonPropertyName("id_token")] string? IdToken);
