using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Groups;

/// <summary>Somebody at work on working groups.</summary>
internal sealed class GroupEditor : IDisposable
{
    private const string Api = "/api/catalogue/working-groups";
    private readonly HttpClient client;

    public GroupEditor(CatalogueHost host, string role, string? entity, Guid? member = null)
    {
        client = host.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Issuer.AccessToken(member, [role], entity));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A group that these chair.</summary>
    public static async Task<WorkingGroupDraft> StartAsync(CatalogueHost host, string name, params string[] chairs)
    {
        using var secretariat = new GroupEditor(host, "moderator", null);
        var added = await secretariat.DoAsync(HttpMethod.Post, "", new NewWorkingGroup(name, "en", "2020", ""), null);
        return await secretariat.DoAsync(HttpMethod.Put, $"/{added.Slug}", new WorkingGroupChange(name, "en", "2020", "", chairs), added.Version);
    }

    public void Dispose() => client.Dispose();

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, int? version = null) =>
        client.SendAsync(method, Api + path, body, version, null, Cancellation);

    public async Task<WorkingGroupDraft> DoAsync(HttpMethod method, string path, object body, int? version)
    {
        using var response = await SendAsync(method, path, body, version);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {response.StatusCode} {await response.Content.ReadAsStringAsync(Cancellation)}");
        return (await response.Content.ReadFromJsonAsync<WorkingGroupDraft>(Cancellation))!;
    }

    public async Task<T> ReadAsync<T>(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return (await response.Content.ReadFromJsonAsync<T>(Cancellation))!;
    }

    public Task<HttpResponseMessage> YearAsync(WorkingGroupDraft group, int year, GroupYearChange change) => SendAsync(HttpMethod.Put, $"/{group.Slug}/years/{year}", change, group.Version);

    public Task<WorkingGroupDraft> WrittenAsync(WorkingGroupDraft group, int year, GroupYearChange change) => DoAsync(HttpMethod.Put, $"/{group.Slug}/years/{year}", change, group.Version);

    public async Task<HttpResponseMessage> UploadAsync(string slug, string name, byte[] content)
    {
        using var body = new ByteArrayContent(content) { Headers = { ContentType = new("application/octet-stream") } };
        return await client.PostAsync(new Uri($"{Api}/{slug}/documents?name={Uri.EscapeDataString(name)}", UriKind.Relative), body, Cancellation);
    }

    public async Task<Guid> AttachAsync(string slug, string name, byte[] content)
    {
        using var response = await UploadAsync(slug, name, content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<SubmissionFile>(Cancellation))!.Id;
    }

    public static async Task<IEnumerable<string>> WrongAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        return problem.RootElement.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order().ToList();
    }
}
