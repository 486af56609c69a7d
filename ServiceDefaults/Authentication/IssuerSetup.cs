using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PfP.ServiceDefaults.Http;

namespace PfP.ServiceDefaults.Authentication;

/// <summary>The provider as everybody sees it who trusts it: its discovery document and keys, read again from time to time.</summary>
public static class IssuerSetup
{
    /// <summary>The name of the <see cref="HttpClient"/> that reaches the provider.</summary>
    public const string HttpClient = "issuer";

    /// <summary>Adds <see cref="IssuerOptions"/>, the HTTP client, and the discovery document's <see cref="IConfigurationManager{T}"/>.</summary>
    public static WebApplicationBuilder AddIssuer(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptionsWithValidateOnStart<IssuerOptions>().BindConfiguration(IssuerOptions.Section).ValidateDataAnnotations();
        builder.Services.TryAddSingleton<ServiceEndpoints>();
        builder.Services.TryAddTransient<IssuerChannel>();
        builder.Services.AddHttpClient(HttpClient, client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(2), PooledConnectionLifetime = TimeSpan.FromMinutes(2) })
            .AddHttpMessageHandler<IssuerChannel>();
        builder.Services.TryAddSingleton(CreateConfiguration);
        return builder;
    }

    private static ConfigurationManager<OpenIdConnectConfiguration> CreateConfiguration(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<IssuerOptions>>().Value;
        return new(
            $"{options.Issuer.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            // Inside the system the provider speaks plain HTTP; which address is asked is ours to configure and nobody else's to say.
            new HttpDocumentRetriever(services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClient)) { RequireHttps = false },
            new IssuerCheck(options.Issuer))
        {
            AutomaticRefreshInterval = options.ReadKeysEvery,
            RefreshInterval = options.UnknownKeysEvery,
        };
    }
}
