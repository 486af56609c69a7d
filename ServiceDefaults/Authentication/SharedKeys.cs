using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace PfP.ServiceDefaults.Authentication;

/// <summary>Data Protection with its keys in the database <c>web</c>, so that every replica reads what any of them wrote.</summary>
public static class SharedKeys
{
    private const string Database = "web";

    /// <summary>
    /// The table comes from the gateway's migrations; what seals the keys in it from <see cref="SharedKeyOptions"/>. Add it after whatever
    /// uses Data Protection: each use asks again for the keys to be read at start, when there may be no table yet.
    /// </summary>
    public static WebApplicationBuilder AddSharedKeys(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddSingleton(provider => NpgsqlDataSource.Create(
            provider.GetRequiredService<IConfiguration>().GetConnectionString(Database) ?? throw new InvalidOperationException($"ConnectionStrings__{Database} is not set.")));
        services.AddDataProtection().SetApplicationName("PfP").SealKeys();
        // It would read the keys at start, before there is a database.
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
        services.AddOptions<KeyManagementOptions>().Configure<NpgsqlDataSource>((keys, database) => keys.XmlRepository = new SharedKeyTable(database));
        return builder;
    }

    /// <summary>Seals the keys, wherever they are kept, with the secret of <see cref="SharedKeyOptions"/>.</summary>
    public static IDataProtectionBuilder SealKeys(this IDataProtectionBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptionsWithValidateOnStart<SharedKeyOptions>().BindConfiguration(SharedKeyOptions.Section).ValidateDataAnnotations();
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IOptions<SharedKeyOptions>>((keys, options) => keys.XmlEncryptor = new KeySeal(options.Value.Secret));
        return builder;
    }
}
