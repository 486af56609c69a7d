using System.Net;
using System.Net.Http.Json;
using PfP.Chaos.Checks;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Chaos.Review;

/// <summary>
/// Does not give up: a request without an answer is sent again with the same Idempotency-Key or If-Match. Where the version has gone on
/// meanwhile, it looks whether that was its own change, as a person would.
/// </summary>
internal sealed class ReviewClient(Uri catalogue, ReviewLog log, Moments moments) : IDisposable
{
    private const string Root = "/api/catalogue/submissions";
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(300);
    private readonly HttpClient http = new() { BaseAddress = catalogue, Timeout = TimeSpan.FromSeconds(4) };

    public async Task<SubmissionResponse> CreateAsync(string key, string step, Func<string> token, SubmissionForm form, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (status, created, why) = await TryAsync(step, HttpMethod.Post, Root, token(), JsonContent.Create(form), "Idempotency-Key", key, cancellationToken);
            if (created is not null)
            {
                log.Accepted(key, step, created.Id, created.Version);
                return created;
            }

            await AgainAsync(status, why, key, step, cancellationToken);
        }
    }

    public async Task<SubmissionResponse> MoveAsync(string key, Move move, SubmissionResponse before, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (status, after, why) = await TryAsync(
                move.Step, move.Method, $"{Root}/{before.Id}{move.Path}", move.Token(), move.Body(), "If-Match", $"\"{before.Version}\"", cancellationToken);
            if (after is not null)
            {
                log.Accepted(key, move.Step, after.Id, after.Version);
                return After(key, move, before, after);
            }

            if (status != HttpStatusCode.PreconditionFailed || attempt == 1)
            {
                await AgainAsync(status, why, key, move.Step, cancellationToken);
            }
            else if (await ReadAsync(key, before.Id, move.Token, cancellationToken) is var now && now.Version != before.Version)
            {
                log.LostAnswer();
                return After(key, move, before, now);
            }
        }
    }

    public void Dispose() => http.Dispose();

    private static SubmissionResponse After(string key, Move move, SubmissionResponse before, SubmissionResponse after) =>
        (after.Version - before.Version, after.State == move.State) switch
        {
            (1, true) => after,
            ( > 1, _) => throw new ReviewException(Problem.Doubled, $"{key}: {move.Step} led from version {before.Version} to {after.Version}"),
            _ => throw new ReviewException(Problem.Lost, $"{key}: after {move.Step} of version {before.Version} it is {after.State}, version {after.Version}"),
        };

    private async Task<SubmissionResponse> ReadAsync(string key, Guid id, Func<string> token, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (status, now, why) = await TryAsync("read", HttpMethod.Get, $"{Root}/{id}", token(), null, "Accept", "application/json", cancellationToken);
            if (now is not null)
            {
                return now;
            }

            await AgainAsync(status, why, key, "read", cancellationToken);
        }
    }

    // Whatever is neither an acceptance nor an outage is a refusal of something that was right.
    private async Task AgainAsync(HttpStatusCode? status, string why, string key, string step, CancellationToken cancellationToken)
    {
        if (status is { } refused && (int)refused < 500)
        {
            throw new ReviewException(refused is HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed ? Problem.Lost : Problem.Stuck, $"{key}: {step} answers {(int)refused} {why}");
        }

        log.Repeats();
        await Task.Delay(Retry, cancellationToken);
    }

    /// <returns>The submission where the answer is 2xx, else what it says; no status where there is no answer.</returns>
    private async Task<(HttpStatusCode? Status, SubmissionResponse? Submission, string Why)> TryAsync(
        string step, HttpMethod method, string path, string token, HttpContent? body, string header, string value, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
            request.Headers.Authorization = new("Bearer", token);
            request.Headers.TryAddWithoutValidation(header, value);
            var answering = http.SendAsync(request, cancellationToken);
            moments.Sent(step);
            using var answer = await answering;
            return answer.IsSuccessStatusCode
                ? (answer.StatusCode, await answer.Content.ReadFromJsonAsync<SubmissionResponse>(cancellationToken), "")
                : (answer.StatusCode, null, await answer.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (null, null, "");
        }
    }
}
