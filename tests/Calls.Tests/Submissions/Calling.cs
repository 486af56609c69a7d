using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using PfP.Calls.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;

namespace PfP.Calls.Tests.Submissions;

/// <summary>A member at work on calls.</summary>
internal sealed class Calling : IDisposable
{
    public const string Zone = "Europe/Chisinau";

    /// <summary>All that the form asks for, and what it may say beyond that.</summary>
    public static readonly CallForm Complete = new()
    {
        Title = "Partners for a study of remittances",
        Language = "en",
        Type = "partners",
        Countries = ["MD"],
        Organisations = [new("International Organization for Migration (IOM)", "lead"), new("Bureau of samples", "partner")],
        Ask = "Ministries that keep **remittance** data are asked to join.",
        ForWhom = "Ministries of finance and labour.",
        Background = "Costs are known, uses are not.",
        Summary = "Ministries that keep remittance data are asked to join a study of what remittances are used for.",
        CountriesWanted = ["GH", "ph"],
        Themes = ["remittances"],
        Deadline = new() { Precision = "minute", Date = InDays(60), Time = "17:00", Zone = Zone },
        ReplyMethod = ReplyMethods.Email,
        Links = [new("https://example.org/study", "The study")],
        Contact = new("Remittance unit", "remittances@ministry.example"),
    };

    /// <summary>All that can be done with one call, in the order of the columns of <see cref="CallMatrixTests"/>.</summary>
    public static readonly (HttpMethod Method, string Path, object? Body)[] Verbs =
    [
        (HttpMethod.Get, "", null), (HttpMethod.Put, "", Complete with { Title = "Written over" }), (HttpMethod.Delete, "", null), (HttpMethod.Post, "/submit", null),
        (HttpMethod.Post, "/take-back", null), (HttpMethod.Post, "/request-changes", new SubmissionRemark("Change it")), (HttpMethod.Post, "/refuse", new SubmissionRemark("No")),
        (HttpMethod.Post, "/publish", null), (HttpMethod.Post, "/extend", Later(90)), (HttpMethod.Post, "/reopen", Later(90)),
        (HttpMethod.Post, "/cancel", new CancelledFor("No money")), (HttpMethod.Post, "/outcome", new CallOutcome("Nine replies.")),
        (HttpMethod.Post, "/correct", new CallWords("Corrected", "Corrected.", "Corrected.", "Corrected.", null)),
    ];

    private readonly CallsHost host;
    private readonly HttpClient client;
    private readonly string role;
    private readonly string? entity;
    private readonly Guid member;

    /// <param name="role">visitor, pending, or a role.</param>
    /// <param name="member">One that nobody else is, where it is left out.</param>
    public Calling(CallsHost host, string role, string? entity, Guid? member = null)
    {
        (this.host, this.role, this.entity, this.member) = (host, role, entity, member ?? Guid.CreateVersion7());
        client = host.CreateClient();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A country that no other test acts for.</summary>
    public static string NewOwner() => $"country:{Guid.NewGuid():n}";

    public static string InDays(int days) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static NewDeadline Later(int days, string? reason = "Two ministries asked for more time.") =>
        new(new() { Precision = "day", Date = InDays(days), Zone = Zone }, reason);

    /// <summary>A call of that owner, brought to that state.</summary>
    public static async Task<CallSubmission> InStateAsync(CallsHost host, string state, string owner, CallForm? form = null)
    {
        using var owning = new Calling(host, "focal_point", owner);
        using var moderator = new Calling(host, "moderator", null);
        var call = await owning.StartAsync(form);
        if (state == "draft")
        {
            return call;
        }

        call = await owning.DoAsync(call, "submit");
        return state switch
        {
            "changes_requested" => await moderator.DoAsync(call, "request-changes", new SubmissionRemark("More")),
            "refused" => await moderator.DoAsync(call, "refuse", new SubmissionRemark("No")),
            "submitted" => call,
            "cancelled" => await owning.DoAsync(await moderator.DoAsync(call, "publish"), "cancel", new CancelledFor("No money")),
            _ => await moderator.DoAsync(call, "publish"),
        };
    }

    public void Dispose() => client.Dispose();

    /// <param name="path">Below /api/calls.</param>
    public Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, object? body = null, int? version = null, string? key = null)
    {
        Authorize();
        return client.SendAsync(method, $"/api/calls{path}", body, version, key, Cancellation);
    }

    /// <param name="path">Below /api/calls.</param>
    public async Task<HttpResponseMessage> UploadAsync(string path, string name, byte[] content, string? key = null)
    {
        Authorize();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/calls{path}?name={Uri.EscapeDataString(name)}") { Content = new ByteArrayContent(content) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await client.SendAsync(request, Cancellation);
    }

    public Task<SubmissionFile> AttachAsync(string path, string name, byte[] content, string? key = null) => ReadAsync<SubmissionFile>(UploadAsync(path, name, content, key));

    /// <param name="path">Below /api/calls.</param>
    public async Task<int> StatusAsync(HttpMethod method, string path)
    {
        using var response = await AskAsync(method, path);
        return (int)response.StatusCode;
    }

    private void Authorize()
    {
        var token = host.Issuer.AccessToken(member, role == "pending" ? [] : [role], entity, draft => draft.Payload["exp"] = (TimeProvider.System.GetUtcNow() + host.Ahead).ToUnixTimeSeconds() + 300);
        client.DefaultRequestHeaders.Authorization = role == "visitor" ? null : new AuthenticationHeaderValue("Bearer", token);
    }

    /// <param name="path">Below /api/calls/submissions.</param>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, int? version = null, string? key = null) =>
        AskAsync(method, $"/submissions{path}", body, version, key);

    public Task<CallSubmission> StartAsync(CallForm? form = null, string? key = null) => ReadAsync<CallSubmission>(SendAsync(HttpMethod.Post, "", form ?? Complete, key: key));

    public Task<CallSubmission> GetAsync(Guid id) => ReadAsync<CallSubmission>(SendAsync(HttpMethod.Get, $"/{id}"));

    public Task<CallSubmission> SaveAsync(CallSubmission call, CallForm form) => ReadAsync<CallSubmission>(SendAsync(HttpMethod.Put, $"/{call.Id}", form, call.Version));

    public Task<CallSubmission> DoAsync(CallSubmission call, string step, object? body = null) =>
        ReadAsync<CallSubmission>(SendAsync(HttpMethod.Post, $"/{call.Id}/{step}", body, call.Version));

    /// <summary>The status of a step that is refused, or done.</summary>
    public async Task<int> TryAsync(CallSubmission call, string step, object? body = null, int? version = null)
    {
        using var response = await SendAsync(HttpMethod.Post, $"/{call.Id}/{step}", body, version ?? call.Version);
        return (int)response.StatusCode;
    }

    /// <summary>All pages of it: tests that run at the same time fill it too.</summary>
    public async Task<IReadOnlyList<CallSubmissionSummary>> QueueAsync(string state)
    {
        var all = new List<CallSubmissionSummary>();
        Page<CallSubmissionSummary> page;
        do
        {
            page = await ReadAsync<Page<CallSubmissionSummary>>(SendAsync(HttpMethod.Get, $"/queue?state={state}&pageSize=100&page={(all.Count / 100) + 1}"));
            all.AddRange(page.Items);
        }
        while (page.Items.Count == 100);
        return all;
    }

    public static async Task<T> ReadAsync<T>(Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage!.RequestUri}: {response.StatusCode} {await response.Content.ReadAsStringAsync(Cancellation)}");
        return (await response.Content.ReadFromJsonAsync<T>(Cancellation))!;
    }
}

/// <summary>Sends what is refused, and reads at which fields.</summary>
internal static class Refused
{
    public static async Task<string[]> FieldsAsync(Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<Microsoft.AspNetCore.Mvc.ValidationProblemDetails>(TestContext.Current.CancellationToken);
        return [.. problem!.Errors.Keys.Order()];
    }
}
