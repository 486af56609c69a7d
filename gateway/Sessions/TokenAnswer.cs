using System.Text.Json.Serialization;

namespace PfP.Gateway.Sessions;

internal enum TokenOutcome
{
    Granted,

    /// <summary>The provider says that the code or the refresh token is good no more.</summary>
    Refused,

    /// <summary>The provider does not answer, or not as one does; nobody knows whether it did what was asked.</summary>
    Unavailable,
}

internal sealed record TokenAnswer(TokenOutcome Outcome, TokenResponse? Tokens = null);

/// <summary>RFC 6749, section 5.1, and OpenID Connect's ID token.</summary>
internal sealed record TokenResponse(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("token_type")] string? TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken,
    [property: JsonPropertyName("id_token")] string? IdToken)
{
    public bool IsUsable => AccessToken is { Length: > 0 } && "Bearer".Equals(TokenType, StringComparison.OrdinalIgnoreCase) && ExpiresIn > 0;
}
