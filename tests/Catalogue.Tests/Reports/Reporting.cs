using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Reports;

/// <summary>A reader who reports something, or somebody who reads reports.</summary>
internal sealed class Reporting : IDisposable
{
    private const string Api = "/api/catalogue/reports";

    private readonly HttpClient client;

    /// <param name="role">visitor, pending, or a role.</param>
    public Reporting(CatalogueHost host, string role = "visitor")
    {
        client = host.Client();
        client.DefaultRequestHeaders.Authorization =
            role == "visitor" ? null : new AuthenticationHeaderValue("Bearer", host.Issuer.AccessToken(roles: role == "pending" ? [] : [role], entity: "country:MD"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => client.Dispose();

    /// <summary>A public practice of its own, by its path.</summary>
    public static async Task<string> PageAsync(CatalogueHost host, string title)
    {
        await host.ImportAsync(new { kind = "practice", key = $"reported {title}", title });
        return $"/practices/{title.ToLowerInvariant().Replace(' ', '-')}";
    }

    public static NewReaderReport About(string? path, string message = "The year is wrong.", string? email = null, string kind = "wrong_fact") => new(path, kind, message, email);

    /// <param name="body">A <see cref="NewReaderReport"/>, or whatever a stranger sends.</param>
    public Task<HttpResponseMessage> PostAsync(object? body, string? key = null) => client.SendAsync(HttpMethod.Post, Api, body, null, key, Cancellation);

    public Task<HttpResponseMessage> CloseAsync(Guid id, string? note, int? version) =>
        client.SendAsync(HttpMethod.Post, $"{Api}/{id}/close", new ReaderReportNote(note), version, null, Cancellation);

    public async Task<ReaderReportResponse> ClosedAsync(ReaderReportResponse report, string note)
    {
        using var response = await CloseAsync(report.Id, note, report.Version);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        return (await response.Content.ReadFromJsonAsync<ReaderReportResponse>(Cancellation))!;
    }

    public async Task<T> ReadAsync<T>(string path = "")
    {
        using var response = await client.GetAsync(new Uri($"{Api}{path}", UriKind.Relative), Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        Assert.True(response.Headers.CacheControl?.NoStore);
        return (await response.Content.ReadFromJsonAsync<T>(Cancellation))!;
    }

    /// <summary>All of one page, in the list's order.</summary>
    public async Task<IReadOnlyList<ReaderReportSummary>> OfAsync(string path, string state = "open") =>
        [.. (await ReadAsync<Page<ReaderReportSummary>>($"?state={state}&pageSize=100")).Items.Where(report => report.Entry.Url == path)];

    /// <summary>What a visitor reported, as the moderator reads it.</summary>
    public static async Task<ReaderReportResponse> MadeAsync(CatalogueHost host, NewReaderReport report)
    {
        using var reader = new Reporting(host);
        using var moderator = new Reporting(host, "moderator");
        using var answer = await reader.PostAsync(report);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await moderator.ReadAsync<ReaderReportResponse>($"/{(await moderator.OfAsync(report.About!))[^1].Id}");
    }
}
