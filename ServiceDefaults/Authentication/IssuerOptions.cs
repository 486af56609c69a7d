using System.ComponentModel.DataAnnotations;

namespace PfP.ServiceDefaults.Authentication;

/// <summary>Section <c>Authentication</c>.</summary>
public sealed class IssuerOptions
{
    public const string Section = "Authentication";

    /// <summary>The provider's name in tokens: PfP's public origin, or another provider's address.</summary>
    [Required, Url]
    public string Issuer { get; set; } = "http://localhost:8080";

    /// <summary>How long new keys may take to be noticed without need; a token with an unknown key asks sooner.</summary>
    public TimeSpan ReadKeysEvery { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Tokens with unknown keys, genuine or not, cause no more than one look at the provider in this time.</summary>
    public TimeSpan UnknownKeysEvery { get; set; } = TimeSpan.FromSeconds(10);
}
