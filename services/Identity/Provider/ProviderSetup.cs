using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PfP.Identity.Data;

namespace PfP.Identity.Provider;

/// <summary>ASP.NET Core Identity on the schema <c>provider</c>, and the keys that seal cookies and forms.</summary>
internal static class ProviderSetup
{
    /// <summary>Comes after all that brings Data Protection along.</summary>
    public static void AddProvider(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("PfP.Identity");
        services.AddSingleton<ProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, ProtectionKeys.Setup>();
        services.AddAuthentication().AddIdentityCookies();
        services.AddIdentityCore<Account>(options => options.User.RequireUniqueEmail = true).AddSignInManager();
        services.AddScoped<IUserStore<Account>, UserOnlyStore<Account, Data.IdentityDbContext, Guid>>();
        // It reads the keys at start, when there may be no table for them yet.
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
    }
}
