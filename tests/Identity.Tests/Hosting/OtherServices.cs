using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing.Servers;

namespace PfP.Identity.Tests.Hosting;

/// <summary>What answers for the other services when they are asked what they hold of somebody; it names the service and whose token it was.</summary>
internal sealed class OtherServices : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<JsonWebToken> tokens = [];

    private OtherServices(WebApplication app) => this.app = app;

    /// <summary>What the catalogue has, by kind and slug: an entry, or the status it answers without one.</summary>
    public ConcurrentDictionary<(string List, string Slug), object> Entries { get; } = [];

    public string Address => app.Urls.Single();

    public IEnumerable<JsonWebToken> TokensOf(Guid account) => tokens.Where(token => token.Subject == account.ToString());

    public static async Task<OtherServices> StartAsync()
    {
        var services = new OtherServices(LocalSite.Build());
        services.app.MapGet("/api/{service}/own-data", services.Answer);
        services.app.MapGet("/api/catalogue/{list}/{slug}", (string list, string slug) => services.Entries.GetValueOrDefault((list, slug)) switch
        {
            EntryResponse entry => Results.Ok(entry),
            int status => Results.StatusCode(status),
            _ => Results.NotFound(),
        });
        await services.app.StartAsync();
        return services;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Answer(string service, HttpRequest request)
    {
        var token = new JsonWebToken(request.Headers.Authorization.ToString()["Bearer ".Length..]);
        tokens.Enqueue(token);
        return service == "calls" ? Results.StatusCode(StatusCodes.Status500InternalServerError) : Results.Ok(new { Of = $"{service}: {token.Subject}" });
    }
}
