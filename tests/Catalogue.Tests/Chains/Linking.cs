using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Chains;

/// <summary>Somebody who says what came out of what.</summary>
internal sealed class Linking : IDisposable
{
    private readonly HttpClient client;

    /// <param name="role">visitor, pending, or a role.</param>
    public Linking(CatalogueHost host, string role = "moderator", string? entity = null)
    {
        client = host.Client();
        client.DefaultRequestHeaders.Authorization =
            role == "visitor" ? null : new AuthenticationHeaderValue("Bearer", host.Issuer.AccessToken(roles: role == "pending" ? [] : [role], entity: entity));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A new public entry; its path.</summary>
    public static async Task<string> EntryAsync(CatalogueHost host, string title, string kind = "practice", string? owner = null) =>
        (await host.ImportAsync(new { kind, key = $"chain {title}", title, ownerCountry = owner })).Single().Address!;

    /// <summary>A call as its own service tells of it, once the catalogue knows it; its path.</summary>
    public static async Task<string> CallAsync(CatalogueHost host, string slug, string owner, int version = 1, string title = "A call for samples", Guid? id = null)
    {
        var texts = new Dictionary<string, EntryText> { ["en"] = new(title, null, null, "human") };
        var call = new CallPublished(id ?? Guid.CreateVersion7(), version, slug, $"/calls/{slug}", CallStates.Published, "en", texts, [], [], [], [], [], [])
        {
            Owner = owner,
        };
        await host.Services.GetRequiredService<EventPublisher>().PublishAsync(call, Guid.CreateVersion7(), Cancellation);
        await Eventually.TrueAsync(() => host.InDatabaseAsync(db => db.KnownCalls.AnyAsync(known => known.Slug == slug, Cancellation)), $"the call {slug} is known");
        return call.Url;
    }

    public static Task<ChainResponse> ChainAsync(CatalogueHost host, string path) => host.GetAsync<ChainResponse>($"chains{path}");

    public void Dispose() => client.Dispose();

    /// <param name="path">Of the entry at which it is said.</param>
    public Task<HttpResponseMessage> AddAsync(string path, string? relation, string? other) =>
        client.SendAsync(HttpMethod.Post, $"/api/catalogue/chains{path}/links", new NewChainLink(relation, other), null, null, Cancellation);

    public Task<OwnChainLink> AddedAsync(string path, string relation, string other) => AddedAsync($"{path}/links", new NewChainLink(relation, other));

    /// <param name="path">Below /api/catalogue/chains.</param>
    public async Task<OwnChainLink> AddedAsync(string path, object body)
    {
        using var response = await client.SendAsync(HttpMethod.Post, $"/api/catalogue/chains{path}", body, null, null, Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{path} {body}: {response.StatusCode} {await response.Content.ReadAsStringAsync(Cancellation)}");
        return (await response.Content.ReadFromJsonAsync<OwnChainLink>(Cancellation))!;
    }

    public Task<HttpResponseMessage> ListAsync(string path) => client.SendAsync(HttpMethod.Get, $"/api/catalogue/chains{path}/links", null, null, null, Cancellation);

    public async Task<List<OwnChainLink>> ListedAsync(string path)
    {
        using var response = await ListAsync(path);
        return (await response.Content.ReadFromJsonAsync<List<OwnChainLink>>(Cancellation))!;
    }

    /// <param name="step">withdraw or verify.</param>
    public Task<HttpResponseMessage> StepAsync(OwnChainLink link, string step, string? reason = "It was a mistake.", int? version = null) =>
        client.SendAsync(HttpMethod.Post, $"/api/catalogue/chains/links/{link.Id}/{step}", step == "withdraw" ? new EntryReason(reason) : null, version ?? link.Version, null, Cancellation);
}
