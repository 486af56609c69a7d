using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PfP.Contracts.Search.Api;
using PfP.Search.Indexing;
using PfP.Testing;
using PfP.Testing.Identity;
using PfP.Testing.Servers;

namespace PfP.Search.Tests.Hosting;

/// <summary>The service as it runs, beside a catalogue and calls that publish what a test wants.</summary>
public class SearchHost() : ServiceHost<SearchOptions>("search")
{
    private readonly TemporaryFolder folder = new();
    private FakeProducer? catalogue;
    private FakeProducer? calls;

    internal FakeProducer Catalogue => catalogue!;

    internal FakeProducer Calls => calls!;

    internal TestIssuer Issuer { get; private set; } = null!;

    public string IndexPath => folder.Path;

    /// <summary>Entries that exist before the service starts.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    public override async ValueTask InitializeAsync()
    {
        Issuer = await TestIssuer.StartAsync();
        Settings["Authentication:Issuer"] = Issuer.Address;
        Settings["Search:IndexPath"] = folder.Path;
        Settings["ConnectionStrings:search"] = await (await TestPostgres.SharedAsync).CreateDatabaseAsync();
        Settings["ConnectionStrings:messaging"] = await (await TestRabbit.SharedAsync).CreateVirtualHostAsync();
        catalogue = await FakeProducer.StartAsync("catalogue", Settings["ConnectionStrings:messaging"]!);
        calls = await FakeProducer.StartAsync("calls", Settings["ConnectionStrings:messaging"]!);
        await PrepareAsync();
        await WaitUntilReadyAsync();
    }

    public async Task<SearchResponse> SearchAsync(string query)
    {
        using var client = CreateClient();
        return (await client.GetFromJsonAsync<SearchResponse>(new Uri($"/api/search?{query}", UriKind.Relative), TestContext.Current.CancellationToken))!;
    }

    /// <summary>Asks the API as a member of that role; without one, as a visitor.</summary>
    public async Task<HttpResponseMessage> AskAsync(Guid? member, HttpMethod method, string path, object? body = null, string role = "member", int? version = null, string? key = null)
    {
        using var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = member is { } id ? new AuthenticationHeaderValue("Bearer", Issuer.AccessToken(id, role == "pending" ? [] : [role])) : null;
        return await client.SendAsync(method, path, body, version, key, TestContext.Current.CancellationToken);
    }

    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is T value ? value : default;
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Catalogue.DisposeAsync();
        await Calls.DisposeAsync();
        await base.DisposeAsync();
        await Issuer.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>With all real entries, for tests that only read.</summary>
public sealed class FilledSearchHost : SearchHost
{
    protected override Task PrepareAsync()
    {
        foreach (var entry in Entries.Real)
        {
            Catalogue.Current.Events[entry.EntryId] = entry;
        }
        return Task.CompletedTask;
    }
}
