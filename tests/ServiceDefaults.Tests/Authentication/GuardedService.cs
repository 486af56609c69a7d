using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PfP.ServiceDefaults.Authentication;
using PfP.Testing.Identity;

namespace PfP.ServiceDefaults.Tests.Authentication;

/// <summary>A service whose pages are for different roles, and its issuer.</summary>
public sealed class GuardedService : IAsyncLifetime
{
    private WebApplication? app;

    public TestIssuer Issuer { get; private set; } = null!;

    public HttpClient Client => app!.GetTestClient();

    public async ValueTask InitializeAsync() => await StartAsync([]);

    public async Task StartAsync(Dictionary<string, string?> settings)
    {
        Issuer = await TestIssuer.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Configuration["Authentication:Issuer"] = Issuer.Address;
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddTokenAuthentication();
        builder.Services.AddHttpClient("echo").ForwardToken().ConfigurePrimaryHttpMessageHandler(() => new Echo());
        app = builder.Build();
        app.MapGet("/who", (ClaimsPrincipal user) =>
            user.Identity!.IsAuthenticated ? $"{user.MemberId()} {user.Identity.Name} {user.Entity()} {user.Locale()} {user.Zone()}" : "anonymous");
        app.MapGet("/member", () => "").RequireAuthorization(Policies.Member);
        app.MapGet("/focal-point", () => "").RequireAuthorization(Policies.FocalPoint);
        app.MapGet("/moderator", () => "").RequireAuthorization(Policies.Moderator);
        app.MapGet("/administrator", () => "").RequireAuthorization(Policies.Administrator);
        app.MapGet("/forward", (IHttpClientFactory clients) => clients.CreateClient("echo").GetStringAsync(new Uri("http://echo/")));
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app!.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    /// <summary>Answers with the token it is sent.</summary>
    private sealed class Echo : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(request.Headers.Authorization?.ToString() ?? "") });
    }
}
