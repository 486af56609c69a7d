using Microsoft.Extensions.Diagnostics.HealthChecks;
using PfP.Gateway.Data;
using PfP.Gateway.Sessions;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Gateway.Features;

/// <summary>
/// Signing in with the provider (sections <c>Authentication</c> and <c>Oidc</c>), and the sessions that come of it (section
/// <c>Sessions</c>, database <c>web</c>). All that is public works without either.
/// </summary>
internal static class SessionFeature
{
    public static void AddSessions(this WebApplicationBuilder builder)
    {
        builder.AddIssuer();
        builder.AddDatabase<WebDbContext>("web", whenAway: HealthStatus.Degraded);
        builder.AddSharedKeys();
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<OidcOptions>().BindConfiguration("Oidc").ValidateDataAnnotations();
        services.AddOptionsWithValidateOnStart<SessionRules>().BindConfiguration("Sessions").ValidateDataAnnotations();
        services.AddSingleton<PublicOrigin>();
        services.AddSingleton<ProviderClient>();
        services.AddSingleton<ProviderTokens>();
        services.AddSingleton<SessionCipher>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<SessionMemory>();
        services.AddSingleton<RefreshGate>();
        services.AddScoped<TokenRefresher>();
        services.AddScoped<SessionReader>();
        services.AddScoped<SignIn>();
        services.AddHostedService<SessionSweeper>();
    }
}
