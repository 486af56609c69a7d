using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PfP.ServiceDefaults.Authentication;

namespace PfP.ServiceDefaults;

/// <summary>Access tokens as the only way to be somebody, and the policies that go with them.</summary>
public static class TokenAuthentication
{
    public const string Audience = "pfp";
    private const string AccessTokenType = "at+jwt";

    /// <summary>
    /// Whoever brings a valid access token of <c>Authentication:Issuer</c> is signed in for that request; whoever brings none, or one that
    /// is not valid, is a visitor. Once the provider's keys are known it may be away.
    /// </summary>
    public static WebApplicationBuilder AddTokenAuthentication(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddIssuer();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddAuthorization(Policies.Add);
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<IssuerOptions>, ConfigurationManager<OpenIdConnectConfiguration>, TimeProvider>(Configure);
        return builder;
    }

    private static void Configure(
        JwtBearerOptions bearer, IOptions<IssuerOptions> issuer, ConfigurationManager<OpenIdConnectConfiguration> configuration, TimeProvider time)
    {
        bearer.ConfigurationManager = configuration;
        bearer.RequireHttpsMetadata = false;
        bearer.MapInboundClaims = false;
        bearer.TokenValidationParameters = TokenRules.Create(issuer.Value.Issuer, Audience, [AccessTokenType], time);
        bearer.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                if (TokenRules.HasCriticalExtension(context.SecurityToken))
                {
                    context.Fail("The token has an extension that is critical and not known.");
                }

                return Task.CompletedTask;
            },
        };
    }
}
