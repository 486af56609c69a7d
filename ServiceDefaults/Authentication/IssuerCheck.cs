using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect.Configuration;

namespace PfP.ServiceDefaults.Authentication;

/// <summary>OpenID Connect Discovery, section 4.3: a document that names another issuer is not this one's, and neither are its keys.</summary>
internal sealed class IssuerCheck(string issuer) : IConfigurationValidator<OpenIdConnectConfiguration>
{
    private readonly OpenIdConnectConfigurationValidator keys = new();

    public ConfigurationValidationResult Validate(OpenIdConnectConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Issuer == issuer
            ? keys.Validate(configuration)
            : new() { Succeeded = false, ErrorMessage = "The discovery document names another issuer." };
    }
}
