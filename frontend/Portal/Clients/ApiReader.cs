using System.Net;
using System.Text.Json;

namespace PfP.Portal.Clients;

/// <summary>Reads a service's JSON and turns whatever goes wrong into an <see cref="Answer{T}"/>.</summary>
internal static partial class ApiReader
{
    // No reader waits longer for one part of a page, whatever retries are still to come.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static async Task<Answer<T>> ReadAsync<T>(this HttpClient http, string uri, ILogger logger, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var response = await http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => new Answer<T>(AnswerState.Found, await response.Content.ReadFromJsonAsync<T>(patience.Token)),
                HttpStatusCode.NotFound => new Answer<T>(AnswerState.Missing),
                HttpStatusCode.Gone => new Answer<T>(AnswerState.Withdrawn, Withdrawal: await ReadWithdrawalAsync(response, patience.Token)),
                HttpStatusCode.BadRequest => new Answer<T>(AnswerState.Refused, Reason: await ReadReasonAsync(response, patience.Token)),
                _ => Failed<T>(logger, uri, response.StatusCode.ToString()),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            return Failed<T>(logger, uri, exception.GetType().Name);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed<T>(logger, uri, "timeout");
        }
    }

    private static async Task<WithdrawalNotice> ReadWithdrawalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        var at = problem.TryGetProperty("withdrawnAt", out var date) && date.TryGetDateTimeOffset(out var parsed) ? parsed : (DateTimeOffset?)null;
        return new WithdrawalNotice(at, problem.TextOf("reason") ?? problem.TextOf("detail"));
    }

    private static async Task<string> ReadReasonAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        string.Join(" ", (await response.Content.ReadProblemsAsync(cancellationToken)).Select(problem => problem.Message));

    private static Answer<T> Failed<T>(ILogger logger, string uri, string reason)
        where T : class
    {
        // The query may hold what somebody typed: it is not logged.
        LogFailed(logger, uri.Split('?')[0], reason);
        return new Answer<T>(AnswerState.Unreachable);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "{Path} was not answered: {Reason}")]
    private static partial void LogFailed(ILogger logger, string path, string reason);
}
