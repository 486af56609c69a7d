using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using PfP.Catalogue.Data;
using PfP.Catalogue.Import;

namespace PfP.Catalogue.Tests.Hosting;

internal static class HostQueries
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static HttpClient Client(this WebApplicationFactory<Program> host) => host.CreateClient(new() { AllowAutoRedirect = false });

    /// <param name="path">Below /api/catalogue.</param>
    public static async Task<HttpResponseMessage> AskAsync(this WebApplicationFactory<Program> host, string path) =>
        await host.Client().GetAsync(new Uri($"/api/catalogue/{path}", UriKind.Relative), Cancellation);

    /// <param name="role">visitor, pending, or a role.</param>
    public static async Task<HttpResponseMessage> AskAsAsync(this CatalogueHost host, string role, string path, string method = "GET")
    {
        using var client = host.Client();
        client.DefaultRequestHeaders.Authorization = role == "visitor"
            ? null
            : new AuthenticationHeaderValue("Bearer", host.Issuer.AccessToken(roles: role == "pending" ? [] : [role], entity: "country:MD"));
        using var request = new HttpRequestMessage(new(method), new Uri($"/api/catalogue/{path}", UriKind.Relative));
        return await client.SendAsync(request, Cancellation);
    }

    public static async Task<T> GetAsync<T>(this WebApplicationFactory<Program> host, string path)
    {
        using var response = await host.AskAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return (await response.Content.ReadFromJsonAsync<T>(Cancellation))!;
    }

    /// <summary>Imports rows as a file of JSON, the way the command does.</summary>
    public static async Task<IReadOnlyList<RowReport>> ImportAsync(this WebApplicationFactory<Program> host, params object[] rows)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.json");
        try
        {
            await File.WriteAllTextAsync(path, JsonSerializer.Serialize(rows), Cancellation);
            return await host.ImportFileAsync(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static async Task<IReadOnlyList<RowReport>> ImportFileAsync(this WebApplicationFactory<Program> host, string path)
    {
        var reports = new List<RowReport>();
        await host.Services.GetRequiredService<Importer>().RunAsync(ImportFiles.Read(path), reports.AddRange, Cancellation);
        return reports;
    }

    public static async Task<T> InDatabaseAsync<T>(this WebApplicationFactory<Program> host, Func<CatalogueDbContext, Task<T>> query)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<CatalogueDbContext>());
    }
}
