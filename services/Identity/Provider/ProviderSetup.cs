using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PfP.Identity.Data;
using PfP.Identity.Provider.Authorization;
using PfP.Identity.Provider.Clients;
using PfP.Identity.Provider.Logout;
using PfP.Identity.Provider.Revocation;
using PfP.Identity.Provider.SigningKeys;
using PfP.Identity.Provider.Tokens;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Provider;

/// <summary>ASP.NET Core Identity on the schema <c>provider</c>, the keys that seal cookies and forms, and the protocol on top.</summary>
internal static class ProviderSetup
{
    /// <summary>Comes after all that brings Data Protection along.</summary>
    public static void AddProvider(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("PfP.Identity").SealKeys();
        services.AddSingleton<ProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, ProtectionKeys.Setup>();
        services.AddAuthentication().AddIdentityCookies();
        services.AddIdentityCore<Account>(options => options.User.RequireUniqueEmail = true).AddSignInManager();
        services.AddScoped<IUserStore<Account>, UserOnlyStore<Account, Data.IdentityDbContext, Guid>>();
        AddProtocol(services);
        // It reads the keys at start, when there may be no table for them yet.
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
    }

    private static void AddProtocol(IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ProviderOptions>().BindConfiguration("Provider").ValidateDataAnnotations()
            .PostConfigure<IConfiguration>((options, configuration) => options.Issuer = configuration["Issuer"] ?? options.Issuer)
            .Validate(options => options.HasOriginAsIssuer, "Issuer is an origin such as https://pfp.example.org, without a path or a slash at its end.");
        services.AddOptionsWithValidateOnStart<ClientsOptions>()
            .Configure<IConfiguration>((options, configuration) => configuration.GetSection("Clients").Bind(options.Clients));
        services.AddSingleton<IValidateOptions<ClientsOptions>, ClientRules>();
        services.AddSingleton<ClientRegistry>();
        services.AddSingleton<ClientAuthentication>();
        services.AddSingleton<SigningKeyStore>();
        services.AddSingleton<KeyRingReader>();
        services.AddSingleton<TokenWriter>();
        services.AddSingleton<IssuedTokens>();
        services.AddScoped<Authorize>();
        services.AddScoped<CodeIssue>();
        services.AddScoped<LiveGrants>();
        services.AddScoped<RefreshTokens>();
        services.AddScoped<TokenIssue>();
        services.AddScoped<CodeExchange>();
        services.AddScoped<Refresh>();
        services.AddSingleton<ClientCredentials>();
        services.AddScoped<UserInfo.UserInfo>();
        services.AddScoped<Revoke>();
        AddLogout(services);
    }

    private static void AddLogout(IServiceCollection services)
    {
        services.AddScoped<EndSession>();
        services.AddScoped<SessionEnd>();
        services.AddSingleton<LogoutNotices>();
        services.AddSingleton<LogoutSignal>();
        services.AddSingleton<BackChannel>();
        services.AddHostedService<LogoutSender>();
        services.AddHttpClient(BackChannel.HttpClient, client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(2) });
    }
}
