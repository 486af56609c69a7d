using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>Carries outbox rows to the broker: at least once each, the same id every time, in no promised order.</summary>
internal sealed partial class OutboxDispatcher(
    OutboxStore store, OutboxSignal signal, EventTypes types, EventPublisher publisher, BrokerConnection broker, DatabaseState state,
    ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private const int BatchSize = 250;

    // For rows of other processes, such as an import's; with nothing to send it is one look into an empty index.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    // What is committed within a moment leaves together: one claim and one mark for all of it, and no reader notices.
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AfterOutage = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    // A queue that does not answer must not keep all other messages waiting.
    private static readonly TimeSpan ConfirmedWithin = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Rows are claimed only when they can leave: an outage of the broker costs them no attempt.
                await broker.GetAsync(stoppingToken);
                while (await DispatchAsync(stoppingToken) == BatchSize)
                {
                }

                var due = await store.NextDueAsync(stoppingToken) ?? Poll;
                await signal.WaitAsync(due < Poll ? due : Poll, stoppingToken);
                await Task.Delay(Together, TimeProvider.System, stoppingToken);
            }
            catch (NpgsqlException exception)
            {
                LogDatabaseAway(exception.Message);
                await Task.Delay(AfterOutage, TimeProvider.System, stoppingToken);
            }
        }
    }

    /// <summary>Publishes one batch and returns its size.</summary>
    internal async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        var rows = await store.ClaimAsync(BatchSize, cancellationToken);
        if (rows.Count == 0)
        {
            return 0;
        }

        var errors = await Task.WhenAll(rows.Select(row => PublishAsync(row, cancellationToken)));
        var sent = rows.Where((_, index) => errors[index] is null).Select(row => row.Id).ToArray();
        await store.ConfirmAsync(sent, CancellationToken.None);
        MessagingMetrics.Published.Add(sent.Length);
        foreach (var (row, error) in rows.Zip(errors))
        {
            if (error is not null)
            {
                await PostponeAsync(row, error);
            }
        }

        return rows.Count;
    }

    private async Task<Exception?> PublishAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        using var activity = MessagingMetrics.Activities.Continue($"Dispatch {ShortName(row.EventType)}", ActivityKind.Producer, row.Traceparent);
        try
        {
            var type = types.Find(row.EventType);
            await publisher.PublishAsync(EventJson.Deserialize(row.Body, type), type, row.Id, cancellationToken).WaitAsync(ConfirmedWithin, cancellationToken);
            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, the row stays and is tried again: losing it is the only wrong answer.
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            return exception;
        }
    }

    private async Task PostponeAsync(OutboxRow row, Exception error)
    {
        MessagingMetrics.PublishFailures.Add(1);
        var delay = IsOutage(error) ? AfterOutage : Backoff.After(row.Attempts, FirstDelay, LongestDelay);
        LogPostponed(row.EventType, row.Id, row.Attempts, delay, error.Message);
        await store.PostponeAsync(row.Id, delay, $"{error.GetType().Name}: {error.Message}", CancellationToken.None);
    }

    // A message that the broker returns, or that cannot be read, fails by itself; anything else is a broker that is away.
    private static bool IsOutage(Exception error) => error is not (MessageReturnedException or System.Text.Json.JsonException or InvalidOperationException);

    private static string ShortName(string eventType) => eventType[(eventType.LastIndexOf('.') + 1)..];

    [LoggerMessage(LogLevel.Warning, "The outbox waits for the database: {Reason}")]
    private partial void LogDatabaseAway(string reason);

    [LoggerMessage(LogLevel.Warning, "{EventType} {Id} was not taken by the broker (attempt {Attempt}), next in {Delay}: {Reason}")]
    private partial void LogPostponed(string eventType, Guid id, int attempt, TimeSpan delay, string reason);
}
