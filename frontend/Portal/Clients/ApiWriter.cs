using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PfP.Portal.Clients;

/// <summary>Sends what a form asks for and turns whatever comes of it into an <see cref="Outcome"/>.</summary>
internal static partial class ApiWriter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="body">Sent as JSON, unless it is content already.</param>
    /// <param name="version">What the reader saw, for If-Match.</param>
    /// <param name="key">The same for every attempt to create the same, for Idempotency-Key.</param>
    /// <param name="read">What to take from a successful answer.</param>
    public static async Task<Outcome> WriteAsync(
        this HttpClient http, HttpMethod method, string path, object? body, ILogger logger, CancellationToken cancellationToken,
        int? version = null, string? key = null, Func<HttpContent, CancellationToken, Task>? read = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)) };
        if (version is { } seen)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen.ToString(CultureInfo.InvariantCulture)}\"");
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

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
                HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => new(OutcomeState.Refused, await response.Content.ReadProblemsAsync(patience.Token)),
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

    private static Outcome Failed(ILogger logger, HttpRequestMessage request, string reason)
    {
        LogFailed(logger, request.Method.Method, request.RequestUri!.OriginalString.Split('?')[0], reason);
        return Outcome.Of(OutcomeState.Unreachable);
    }

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "{Method} {Path} was not answered: {Reason}")]
    private static partial void LogFailed(ILogger logger, string method, string path, string reason);
}
