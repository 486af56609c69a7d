using System.Net.Http.Headers;
using System.Net.Http.Json;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Departures;

/// <summary>Somebody at work on published entries.</summary>
internal sealed class Deciding : IDisposable
{
    private readonly CatalogueHost host;
    private readonly HttpClient client;

    /// <param name="role">visitor, or a role.</param>
    public Deciding(CatalogueHost host, string role = "moderator")
    {
        this.host = host;
        client = host.Client();
        client.DefaultRequestHeaders.Authorization = role == "visitor" ? null : new AuthenticationHeaderValue("Bearer", host.Issuer.AccessToken(roles: [role], entity: "country:MD"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => client.Dispose();

    /// <param name="step">archive, withdraw, merge or nothing.</param>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, Guid id, string step = "", object? body = null, int? version = null) =>
        client.SendAsync(method, $"/api/catalogue/entries/{id}{(step.Length == 0 ? "" : "/")}{step}", body, version, null, Cancellation);

    public async Task<DeskEntry> ReadAsync(Guid id)
    {
        using var response = await SendAsync(HttpMethod.Get, id);
        return await TakenAsync(response);
    }

    public async Task<DeskEntry> DoAsync(DeskEntry entry, string step, object body)
    {
        using var response = await SendAsync(HttpMethod.Post, entry.Id, step, body, entry.Version);
        return await TakenAsync(response);
    }

    /// <summary>A new public entry, in the state wanted.</summary>
    public async Task<DeskEntry> EntryAsync(string title, string state = "published", string kind = "practice")
    {
        await host.ImportAsync(new { kind, key = $"desk {title}", title, contact = "Unit of samples|unit@samples.example" });
        var slug = title.ToLowerInvariant().Replace(' ', '-');
        var entry = await ReadAsync((await host.GetAsync<EntryResponse>($"{kind}s/{slug}")).Id);
        return state switch
        {
            "archived" => await DoAsync(entry, "archive", new EntryReason(null)),
            "withdrawn" => await DoAsync(entry, "withdraw", new EntryReason("Its authors asked for it.")),
            "merged" => await DoAsync(entry, "merge", new EntryMerge((await EntryAsync($"{title} as it stays", kind: kind)).Id, null)),
            _ => entry,
        };
    }

    private static async Task<DeskEntry> TakenAsync(HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage!.RequestUri}: {response.StatusCode} {await response.Content.ReadAsStringAsync(Cancellation)}");
        var entry = (await response.Content.ReadFromJsonAsync<DeskEntry>(Cancellation))!;
        Assert.Equal($"\"{entry.Version}\"", response.Headers.ETag!.ToString());
        return entry;
    }
}
