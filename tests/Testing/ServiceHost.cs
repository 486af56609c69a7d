using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using PfP.Testing.Servers;
using Xunit;

namespace PfP.Testing;

/// <summary>
/// A service as it runs, in this process, with a PostgreSQL database and a RabbitMQ virtual host of its own. Made for a class fixture:
/// derive from it, name the database, override <see cref="WebApplicationFactory{T}.ConfigureWebHost"/> (and call the base) for more.
/// </summary>
/// <typeparam name="TProgram">Any type of the service's assembly.</typeparam>
public abstract class ServiceHost<TProgram>(string? database, bool messaging = true) : WebApplicationFactory<TProgram>, IAsyncLifetime
    where TProgram : class
{
    private readonly Dictionary<string, string> settings = [];

    /// <summary>The service's own database, once initialised.</summary>
    public string DatabaseConnectionString => settings[$"ConnectionStrings:{database}"];

    /// <summary>The service's virtual host, once initialised.</summary>
    public string MessagingAddress => settings["ConnectionStrings:messaging"];

    /// <summary>Settings beside the connection strings; set them before the first use.</summary>
    public IDictionary<string, string> Settings => settings;

    public virtual async ValueTask InitializeAsync()
    {
        if (database is not null)
        {
            settings[$"ConnectionStrings:{database}"] = await (await TestPostgres.SharedAsync).CreateDatabaseAsync();
        }

        if (messaging)
        {
            settings["ConnectionStrings:messaging"] = await (await TestRabbit.SharedAsync).CreateVirtualHostAsync();
        }

        await WaitUntilReadyAsync();
    }

    /// <summary>Waits for migrations and broker, as a load balancer would.</summary>
    public async Task WaitUntilReadyAsync()
    {
        using var client = CreateClient();
        await Eventually.TrueAsync(
            async () =>
            {
                using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                return response.StatusCode == HttpStatusCode.OK;
            },
            "the service is ready",
            TimeSpan.FromMinutes(1));
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        if (database is not null && settings.TryGetValue($"ConnectionStrings:{database}", out var connectionString))
        {
            await (await TestPostgres.SharedAsync).DropDatabaseAsync(connectionString);
        }

        if (messaging && settings.TryGetValue("ConnectionStrings:messaging", out var address))
        {
            await (await TestRabbit.SharedAsync).DropVirtualHostAsync(address);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }
    }
}
