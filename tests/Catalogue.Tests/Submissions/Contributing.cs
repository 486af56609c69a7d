using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>A member at work on submissions.</summary>
internal sealed partial class Contributing : IDisposable
{
    /// <summary>Everything that members contribute.</summary>
    public static readonly string[] Kinds = ["practice", "tool", "lesson"];

    /// <summary>All that can be done with one submission: read, write, discard, send in, take back, say, ask for changes, refuse, publish.</summary>
    public static IReadOnlyList<(HttpMethod Method, string Path, object? Body)> Verbs =>
    [
        (HttpMethod.Get, "", null), (HttpMethod.Put, "", Complete with { Title = "Written over" }), (HttpMethod.Delete, "", null), (HttpMethod.Post, "/submit", null),
        (HttpMethod.Post, "/take-back", null), (HttpMethod.Post, "/messages", new SubmissionRemark("Hello")), (HttpMethod.Post, "/request-changes", new SubmissionRemark("Change it")),
        (HttpMethod.Post, "/refuse", new SubmissionRemark("No")), (HttpMethod.Post, "/publish", null),
    ];

    private readonly HttpClient client;
    private readonly CatalogueHost host;
    private readonly string? entity;

    /// <param name="role">visitor, pending, or a role.</param>
    /// <param name="member">One that nobody else is, where it is left out.</param>
    public Contributing(CatalogueHost host, string role, string? entity, Guid? member = null)
    {
        (this.host, this.entity) = (host, entity);
        client = host.Client();
        client.DefaultRequestHeaders.Authorization =
            role == "visitor" ? null : new AuthenticationHeaderValue("Bearer", host.Issuer.AccessToken(member, role == "pending" ? [] : [role], entity));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A country that no other test acts for.</summary>
    public static string NewCountry() => $"country:{Guid.NewGuid():n}";

    /// <summary>A submission of that owner, brought to that state.</summary>
    public static async Task<SubmissionResponse> InStateAsync(CatalogueHost host, string state, string owner, SubmissionForm? form = null, string kind = "practice")
    {
        using var member = new Contributing(host, "focal_point", owner);
        using var moderator = new Contributing(host, "moderator", null);
        if (state == "draft")
        {
            return await member.StartAsync(form, kind: kind);
        }

        var submitted = await member.SubmittedAsync(form, kind);
        return state switch
        {
            "changes_requested" => await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/request-changes", new SubmissionRemark("More"), submitted.Version),
            "published" => await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/publish", version: submitted.Version),
            "refused" => await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/refuse", new SubmissionRemark("No"), submitted.Version),
            _ => submitted,
        };
    }

    public static async Task<int> StatusAsync(Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        return (int)response.StatusCode;
    }

    public void Dispose() => client.Dispose();

    /// <param name="path">Below /api/catalogue/submissions.</param>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, int? version = null, string? key = null) =>
        client.SendAsync(method, $"/api/catalogue/submissions{path}", body, version, key, Cancellation);

    /// <summary>The entry of that address as one of the member's own.</summary>
    /// <param name="step">adopt, confirm, correction or nothing.</param>
    public Task<HttpResponseMessage> OwnAsync(HttpMethod method, string slug, string step = "", int? version = null, string list = "practices") =>
        client.SendAsync(method, $"/api/catalogue/own/{list}/{slug}{(step.Length == 0 ? "" : "/")}{step}", null, version, null, Cancellation);

    public Task<JsonElement> OwnDataAsync() => client.GetFromJsonAsync<JsonElement>("/api/catalogue/own-data", Cancellation);

    public async Task<HttpResponseMessage> UploadAsync(Guid submission, string name, byte[] content)
    {
        using var body = new ByteArrayContent(content);
        return await client.PostAsync(new Uri($"/api/catalogue/submissions/{submission}/files?name={Uri.EscapeDataString(name)}", UriKind.Relative), body, Cancellation);
    }

    public async Task<SubmissionFile> AttachAsync(Guid submission, string name, byte[] content)
    {
        using var response = await UploadAsync(submission, name, content);
        Assert.True(response.IsSuccessStatusCode, $"{name}: {response.StatusCode} {await response.Content.ReadAsStringAsync(Cancellation)}");
        return (await response.Content.ReadFromJsonAsync<SubmissionFile>(Cancellation))!;
    }

    public async Task<SubmissionResponse> CorrectAsync(string slug, string list = "practices")
    {
        using var response = await OwnAsync(HttpMethod.Post, slug, "correction", list: list);
        Assert.True(response.IsSuccessStatusCode, $"{slug}: {response.StatusCode}");
        return (await response.Content.ReadFromJsonAsync<SubmissionResponse>(Cancellation))!;
    }

    /// <summary>Writes, sends in and, by that moderator, publishes.</summary>
    public async Task<SubmissionResponse> PublishAsync(SubmissionResponse draft, SubmissionForm form, Contributing moderator)
    {
        var written = await DoAsync(HttpMethod.Put, $"/{draft.Id}", form, draft.Version);
        var submitted = await DoAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: written.Version);
        return await moderator.DoAsync(HttpMethod.Post, $"/{draft.Id}/publish", version: submitted.Version);
    }

    /// <summary>Writes and publishes what nobody reviews.</summary>
    public async Task<SubmissionResponse> PublishSessionAsync(SubmissionResponse draft, SubmissionForm form)
    {
        var written = await DoAsync(HttpMethod.Put, $"/{draft.Id}", form, draft.Version);
        return await DoAsync(HttpMethod.Post, $"/{draft.Id}/publish", version: written.Version);
    }

    public Task<HttpResponseMessage> CorrectSessionAsync(string slug, string list = "sessions") =>
        client.SendAsync(HttpMethod.Post, $"/api/catalogue/entries/{list}/{slug}/correction", null, null, null, Cancellation);

    public async Task<SubmissionResponse> CorrectedSessionAsync(string slug, string list = "sessions")
    {
        using var response = await CorrectSessionAsync(slug, list);
        Assert.True(response.IsSuccessStatusCode, $"{slug}: {response.StatusCode}");
        return (await response.Content.ReadFromJsonAsync<SubmissionResponse>(Cancellation))!;
    }

    public async Task<T> ReadAsync<T>(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return (await response.Content.ReadFromJsonAsync<T>(Cancellation))!;
    }

    public async Task<SubmissionResponse> DoAsync(HttpMethod method, string path, object? body = null, int? version = null, string? key = null)
    {
        using var response = await SendAsync(method, path, body, version, key);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {await response.Content.ReadAsStringAsync(Cancellation)}");
        return (await response.Content.ReadFromJsonAsync<SubmissionResponse>(Cancellation))!;
    }

    /// <summary>A lesson is added to a practice that is published for it, as none can be without.</summary>
    public async Task<SubmissionResponse> StartAsync(SubmissionForm? form = null, string? key = null, string kind = "practice") => kind == "lesson"
        ? await AddLessonAsync(await host.PracticeOfAsync(entity!), form, key)
        : await DoAsync(HttpMethod.Post, $"?kind={kind}", form ?? kind switch { "tool" => CompleteTool, "session" => CompleteSession, "recommendation" => CompleteRecommendation, _ => Complete }, key: key);

    public async Task<SubmissionResponse> AddLessonAsync(string slug, SubmissionForm? form = null, string? key = null)
    {
        using var response = await LessonAsync(slug, form, key);
        Assert.True(response.IsSuccessStatusCode, $"{slug}: {response.StatusCode} {await response.Content.ReadAsStringAsync(Cancellation)}");
        return (await response.Content.ReadFromJsonAsync<SubmissionResponse>(Cancellation))!;
    }

    public Task<HttpResponseMessage> LessonAsync(string slug, SubmissionForm? form = null, string? key = null) =>
        client.SendAsync(HttpMethod.Post, $"/api/catalogue/own/practices/{slug}/lessons", form ?? CompleteLesson, null, key, Cancellation);

    public async Task<SubmissionResponse> SubmittedAsync(SubmissionForm? form = null, string kind = "practice")
    {
        var draft = await StartAsync(form, kind: kind);
        return await DoAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: draft.Version);
    }
}
