using Microsoft.Extensions.Options;
using PfP.Design.Languages;
using PfP.Identity.Provider.Clients;
using PfP.Identity.Provider.Scopes;

namespace PfP.Identity.Provider.Discovery;

/// <summary>OpenID Connect Discovery 1.0, and RFC 8414: what is supported, and by silence what is not.</summary>
internal static class DiscoveryDocument
{
    private static readonly string[] Authentication = ["client_secret_basic", "client_secret_post"];

    public static IResult Handle(IOptions<ProviderOptions> options, HttpContext http)
    {
        var provider = options.Value;
        http.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Json(new Dictionary<string, object>
        {
            ["issuer"] = provider.Issuer,
            ["authorization_endpoint"] = provider.Address("/connect/authorize"),
            ["token_endpoint"] = provider.Address("/connect/token"),
            ["userinfo_endpoint"] = provider.Address("/connect/userinfo"),
            ["jwks_uri"] = provider.Address("/connect/jwks"),
            ["revocation_endpoint"] = provider.Address("/connect/revoke"),
            ["end_session_endpoint"] = provider.Address("/connect/logout"),
            ["scopes_supported"] = Scope.All,
            ["response_types_supported"] = List("code"),
            ["response_modes_supported"] = List("query"),
            ["grant_types_supported"] = GrantTypes.All,
            ["subject_types_supported"] = List("public"),
            ["id_token_signing_alg_values_supported"] = List("RS256"),
            ["token_endpoint_auth_methods_supported"] = Authentication,
            ["revocation_endpoint_auth_methods_supported"] = Authentication,
            ["code_challenge_methods_supported"] = List("S256"),
            ["authorization_response_iss_parameter_supported"] = true,
            ["prompt_values_supported"] = List("none", "login"),
            ["claims_supported"] = List("sub", "sid", "auth_time", "amr", "name", "role", "entity", "locale", "zoneinfo", "email", "email_verified"),
            ["ui_locales_supported"] = SiteLanguage.All.Select(language => language.Code),
            ["claims_parameter_supported"] = false,
            ["request_parameter_supported"] = false,
            ["request_uri_parameter_supported"] = false,
            ["backchannel_logout_supported"] = true,
            ["backchannel_logout_session_supported"] = true,
        });
    }

    private static string[] List(params string[] values) => values;
}
