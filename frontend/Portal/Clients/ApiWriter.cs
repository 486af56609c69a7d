using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PfP.Portal.Clients;

/// <summary>Sends what a form asks for and turns whatever comes of it into an <see cref="Outcome"/>.</summary>
internal static partial class ApiWriter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="version">What the reader saw, for If-Match.</param>
    /// <param name="key">The same for every attempt to create the same, for Idempotency-Key.</param>
    public static HttpRequestMessage Request(HttpMethod method, string path, object? body, int? version = null, string? key = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (version is { } seen)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen.ToString(CultureInfo.InvariantCulture)}\"");
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return request;
    }

    /// <param name="read">What to take from a successful answer.</param>
    public static async Task<Outcome> WriteAsync(
        this HttpClient http, HttpRequestMessage request, ILogger logger, CancellationToken cancellationToken, Func<HttpContent, CancellationToken, Task>? read = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var response = await http.SendAsync(request, patience.Token);
            if (response.IsSuccessStatusCode)
            {
                await (read?.Invoke(response.Content, patience.Token) ?? Task.CompletedTask);
                return Outcome.Of(OutcomeState.Done);
            }

            return response.StatusCode switch
            {
                HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => new(OutcomeState.Refused, await ReadProblemsAsync(response, patience.Token)),
                HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed => Outcome.Of(OutcomeState.Outdated),
                HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Gone => Outcome.Of(OutcomeState.Missing),
                HttpStatusCode.TooManyRequests => Outcome.Of(OutcomeState.TooMany),
                _ => Failed(logger, request, response.StatusCode.ToString()),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            return Failed(logger, request, exception.GetType().Name);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(logger, request, "timeout");
        }
    }

    private static async Task<IReadOnlyList<(string Field, string Message)>> ReadProblemsAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        if (problem.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Object)
        {
            return [.. errors.EnumerateObject().SelectMany(field => field.Value.EnumerateArray().Select(message => (field.Name, message.GetString() ?? "")))];
        }

        return [("", problem.TryGetProperty("detail", out var detail) ? detail.GetString() ?? "" : "")];
    }

    private static Outcome Failed(ILogger logger, HttpRequestMessage request, string reason)
    {
        LogFailed(logger, request.Method.Method, request.RequestUri!.OriginalString.Split('?')[0], reason);
        return Outcome.Of(OutcomeState.Unreachable);
    }

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "{Method} {Path} was not answered: {Reason}")]
    private static partial void LogFailed(ILogger logger, string method, string path, string reason);
}
