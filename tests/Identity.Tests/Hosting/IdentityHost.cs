using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PfP.Identity.Data;
using PfP.Identity.Tests.Provider.Hosting;
using PfP.Testing;
using PfP.Testing.Identity;
using PfP.Testing.Mail;

[assembly: AssemblyFixture(typeof(IdentityHost))]

namespace PfP.Identity.Tests.Hosting;

/// <summary>The service with an SMTP server, a clock that can be moved and a password hasher that counts. Each test has people of its own.</summary>
public sealed class IdentityHost() : ServiceHost<Program>("identity")
{
    /// <summary>What seals the keys in the database.</summary>
    internal const string KeySecret = "only for tests, and as long as it has to be";

    public SmtpSink Mail { get; } = new();

    /// <summary>Stands in for the provider where the API is called with a token.</summary>
    internal TestIssuer Issuer { get; private set; } = null!;

    /// <summary>Where the provider's clients hear of sessions that ended.</summary>
    internal LogoutReceiver Logouts { get; private set; } = null!;

    internal OtherServices Others { get; private set; } = null!;

    internal PublishedEvents Published { get; private set; } = null!;

    internal MovableClock Clock { get; } = new();

    internal CountingHasher Hasher => (CountingHasher)Services.GetRequiredService<IPasswordHasher<Account>>();

    public override async ValueTask InitializeAsync()
    {
        Issuer = await TestIssuer.StartAsync();
        Logouts = await LogoutReceiver.StartAsync();
        TestClient.Register(Settings, Logouts.Address);
        Others = await OtherServices.StartAsync();
        foreach (var service in new[] { "catalogue", "calls", "search", "notifications" })
        {
            Settings[$"services:{service}:http:0"] = Others.Address;
        }

        Settings["ConnectionStrings:mail"] = Mail.ConnectionString;
        Settings["SharedKeys:Secret"] = KeySecret;
        Settings["Issuer"] = "http://localhost";
        Settings["Authentication:Issuer"] = Issuer.Address;
        await base.InitializeAsync();
        // The clock of a test goes with its requests.
        Server.PreserveExecutionContext = true;
        Published = await PublishedEvents.ListenAsync(MessagingAddress, "identity", TestContext.Current.CancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await Published.DisposeAsync();
        await base.DisposeAsync();
        await Mail.DisposeAsync();
        await Issuer.DisposeAsync();
        await Logouts.DisposeAsync();
        await Others.DisposeAsync();
    }

    internal async Task<T> InDatabaseAsync<T>(Func<IdentityDbContext, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<IdentityDbContext>());
    }

    internal async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Account>, CountingHasher>());
        });
    }
}
