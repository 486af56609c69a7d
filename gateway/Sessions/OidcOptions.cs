using System.ComponentModel.DataAnnotations;

namespace PfP.Gateway.Sessions;

/// <summary>Section <c>Oidc</c>: the gateway as a client of the provider that <c>Authentication:Issuer</c> names.</summary>
internal sealed class OidcOptions
{
    [Required]
    public string ClientId { get; set; } = "pfp-gateway";

    /// <summary>Without it nobody can sign in; everything public works.</summary>
    public string ClientSecret { get; set; } = "";

    [Required]
    public string Scope { get; set; } = "openid profile offline_access";

    /// <summary>The public origin, to which the provider sends the browser back. The issuer's own when not set.</summary>
    [Url]
    public string? Origin { get; set; }
}
