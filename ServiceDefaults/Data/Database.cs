using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Npgsql;
using PfP.ServiceDefaults.Data;
using PfP.ServiceDefaults.Health;

namespace PfP.ServiceDefaults;

/// <summary>A service's own PostgreSQL database.</summary>
public static class Database
{
    /// <summary>
    /// Adds <see cref="NpgsqlDataSource"/> and <typeparamref name="TContext"/> on <c>ConnectionStrings__{name}</c>, applies the
    /// migrations embedded in its assembly (<c>Data/Migrations/*.sql</c>) at start, and reports readiness.
    /// </summary>
    /// <param name="whenAway">Degraded for a process that is of use without its database too, and so stays in service.</param>
    public static WebApplicationBuilder AddDatabase<TContext>(this WebApplicationBuilder builder, string name, HealthStatus whenAway = HealthStatus.Unhealthy)
        where TContext : ServiceDbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        // Every statement is in its trace; in the log they would drown the rest, the dispatcher's polling first.
        builder.Logging.AddFilter("Npgsql", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        services.AddSingleton(provider => CreateDataSource(provider, name));
        services.AddDbContext<TContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(provider.GetServices<IInterceptor>()));
        services.AddScoped<ServiceDbContext>(provider => provider.GetRequiredService<TContext>());
        services.AddSingleton<DatabaseState>();
        services.AddSingleton(MigrationSource.Of(typeof(Database).Assembly));
        services.AddSingleton(MigrationSource.Of(typeof(TContext).Assembly));
        services.AddSingleton<Migrations>();
        services.AddHostedService<MigrationService>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", whenAway, [HealthSetup.Ready]);
        return builder;
    }

    // The same few statements come all day, so each connection keeps the plans of those it uses most. A connection string that says otherwise wins.
    // A statement that does not name its columns fails once on each connection after a migration has changed them: only what is repeated anyway may.
    private const string KeptPlans = "Max Auto Prepare=100;";

    private static NpgsqlDataSource CreateDataSource(IServiceProvider services, string name)
    {
        var connectionString = services.GetRequiredService<IConfiguration>().GetConnectionString(name)
            ?? throw new InvalidOperationException($"ConnectionStrings__{name} is not set.");
        var builder = new NpgsqlDataSourceBuilder(KeptPlans + connectionString);
        builder.UseLoggerFactory(services.GetRequiredService<ILoggerFactory>());
        // Background polling has no trace to belong to; a root span for every poll would bury the rest.
        builder.ConfigureTracing(tracing => tracing.ConfigureCommandFilter(_ => Activity.Current is not null));
        return builder.Build();
    }
}
