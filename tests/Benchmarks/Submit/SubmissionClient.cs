using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Benchmarks.Submit;

/// <summary>Asks the catalogue over connections that are kept open. Each request is timed until its whole answer is here.</summary>
internal sealed class SubmissionClient(ServerProcess catalogue, int connections) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, PooledConnectionLifetime = Timeout.InfiniteTimeSpan })
    {
        BaseAddress = new(catalogue.Address, "/api/catalogue/submissions/"),
    };

    public Task<SubmissionResponse> CreateAsync(string token, SubmissionForm form, string key, ConcurrentBag<(string, TimeSpan)> steps) =>
        AskAsync("create", "", token, steps, "draft", request =>
        {
            request.Content = JsonContent.Create(form);
            request.Headers.Add("Idempotency-Key", key);
        });

    public Task<SubmissionResponse> SubmitAsync(string token, SubmissionResponse submission, ConcurrentBag<(string, TimeSpan)> steps) =>
        AskAsync("submit", $"{submission.Id}/submit", token, steps, "submitted", request => Match(request, submission));

    public Task<SubmissionResponse> PublishAsync(string token, SubmissionResponse submission, ConcurrentBag<(string, TimeSpan)> steps) =>
        AskAsync("publish", $"{submission.Id}/publish", token, steps, "published", request => Match(request, submission));

    public void Dispose() => http.Dispose();

    private static void Match(HttpRequestMessage request, SubmissionResponse submission) =>
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{submission.Version}\""));

    private async Task<SubmissionResponse> AskAsync(
        string step, string path, string token, ConcurrentBag<(string, TimeSpan)> steps, string state, Action<HttpRequestMessage> fill)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new("Bearer", token);
        fill(request);
        var started = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead);
        steps.Add((step, Stopwatch.GetElapsedTime(started)));
        // Only what is accepted counts.
        var answer = response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<SubmissionResponse>() : null;
        return answer?.State == state ? answer : throw new InvalidOperationException($"{step}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }
}
