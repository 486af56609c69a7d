using System.Globalization;
using PfP.Identity.Provider.Http;
using PfP.Identity.Provider.Scopes;

namespace PfP.Identity.Provider.Authorization;

/// <summary>What a client asks for, once it is known to be well-formed.</summary>
internal sealed record AuthorizationRequest(
    IReadOnlyList<string> Scopes, string Challenge, string? Nonce, IReadOnlyList<string> Prompt, TimeSpan? MaxAge, string? Hint)
{
    public bool IsSilent => Prompt.Contains("none");

    /// <summary>No consent is asked, whatever the prompt: clients are those of the configuration, and of the house. Another account is chosen by signing in.</summary>
    public bool WantsSignIn => Prompt.Contains("login") || Prompt.Contains("select_account");

    public static (AuthorizationRequest? Request, OAuthError? Error) Read(Parameters parameters, IReadOnlyList<string> allowedScopes)
    {
        var prompt = parameters.List("prompt");
        var scopes = parameters.List("scope").Intersect(allowedScopes).ToList();
        var error = parameters switch
        {
            { Duplicate: { } twice } => OAuthError.InvalidRequest($"{twice} is there twice."),
            _ when parameters.Has("request") => new OAuthError("request_not_supported", "Request objects are not supported."),
            _ when parameters.Has("request_uri") => new OAuthError("request_uri_not_supported", "Request objects are not supported."),
            _ when parameters.Has("registration") => new OAuthError("registration_not_supported", "Clients are registered in the configuration."),
            _ when !parameters.Has("response_type") => OAuthError.InvalidRequest("response_type is missing."),
            _ when parameters["response_type"] != "code" => new OAuthError("unsupported_response_type", "The only response_type is code."),
            _ when (parameters["response_mode"] ?? "query") != "query" => OAuthError.InvalidRequest("The only response_mode is query."),
            _ when !scopes.Contains(Scope.OpenId) => OAuthError.InvalidScope("scope must contain openid."),
            _ when !CodeChallenge.IsValid(parameters["code_challenge"]) => OAuthError.InvalidRequest("code_challenge is missing, or is no SHA-256."),
            _ when parameters["code_challenge_method"] != CodeChallenge.Method => OAuthError.InvalidRequest("The only code_challenge_method is S256."),
            _ when prompt.Contains("none") && prompt.Length > 1 => OAuthError.InvalidRequest("prompt=none stands alone."),
            _ when parameters.Has("max_age") && ReadMaxAge(parameters) is null => OAuthError.InvalidRequest("max_age is a number of seconds."),
            _ => null,
        };
        return error is null
            ? (new(scopes, parameters["code_challenge"]!, parameters["nonce"], prompt, ReadMaxAge(parameters), parameters["id_token_hint"]), null)
            : (null, error);
    }

    private static TimeSpan? ReadMaxAge(Parameters parameters) =>
        int.TryParse(parameters["max_age"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
}
