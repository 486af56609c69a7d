using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace PfP.ServiceDefaults.Mail;

/// <summary>Sends what is due: each mail once, but for a receipt that was lost.</summary>
internal sealed partial class DeliverySender(
    DeliveryStore store, DeliverySignal signal, DeliveryAttempt attempt, SmtpConnections connections, AfterStandstill standstill, DatabaseState state,
    IOptions<MailOptions> options, ILogger<DeliverySender> logger)
    : BackgroundService
{
    private const int BatchSize = 8;

    // A server that has so many to say something about gets no more.
    private const int MostAtOnce = 40;

    // With the delays below two days and more.
    private const int MostAttempts = 60;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    // How long the next mails wait for one over which the server takes its time.
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AfterOutage = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    private readonly List<Task<DeliveryOutcome>> late = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WaitAsync(stoppingToken);
        using var end = new CancellationTokenSource();
        await using var stop = stoppingToken.Register(() => end.CancelAfter(options.Value.Farewell));
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await SendDueAsync(end.Token, stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(late);
        }
    }

    private async Task SendDueAsync(CancellationToken end, CancellationToken stoppingToken)
    {
        try
        {
            await standstill.EventsAreHandledAsync(stoppingToken);
            late.RemoveAll(mail => mail.IsCompleted);
            if (late.Count == MostAtOnce)
            {
                await Task.WhenAny(late).WaitAsync(stoppingToken);
                return;
            }

            var rows = await store.ClaimAsync(Math.Min(BatchSize, MostAtOnce - late.Count), stoppingToken);
            List<Task<DeliveryOutcome>> batch = [.. rows.Select(row => SendAsync(row, end))];
            late.AddRange(batch);
            await Task.WhenAny(Task.WhenAll(batch), Task.Delay(Courtesy, TimeProvider.System, stoppingToken));
            if (batch.Exists(mail => mail is { IsCompletedSuccessfully: true, Result: DeliveryOutcome.Away }))
            {
                await Task.Delay(AfterOutage, TimeProvider.System, stoppingToken);
            }
            else if (rows.Count == 0)
            {
                await connections.CloseAsync();
                var due = await store.NextDueAsync(stoppingToken) ?? Poll;
                await signal.WaitAsync(due < Poll ? due : Poll, stoppingToken);
            }
        }
        catch (NpgsqlException exception)
        {
            LogDatabaseAway(exception.Message);
            await Task.Delay(AfterOutage, TimeProvider.System, stoppingToken);
        }
    }

    private async Task<DeliveryOutcome> SendAsync(DeliveryRow row, CancellationToken end)
    {
        using var activity = MailMetrics.Activities.Continue($"Send {row.Occasion}", ActivityKind.Client, row.Traceparent);
        var result = await attempt.RunAsync(row, end);
        if (result.Outcome == DeliveryOutcome.Postponed && row.Tries >= MostAttempts)
        {
            result = result with { Outcome = DeliveryOutcome.Failed };
        }

        activity?.SetTag("pfp.mail.outcome", result.Outcome.ToString());
        if (result.Error is { } error)
        {
            activity?.SetStatus(ActivityStatusCode.Error, error);
        }

        try
        {
            await NoteAsync(row, result);
        }
        catch (NpgsqlException exception)
        {
            // The row is this sender's until its lease ends, and is then sent again: nobody can know whether it was.
            LogDatabaseAway(exception.Message);
            return DeliveryOutcome.Away;
        }

        MailMetrics.Attempts.Add(1, new KeyValuePair<string, object?>("outcome", result.Outcome.ToString()));
        return result.Outcome;
    }

    private Task NoteAsync(DeliveryRow row, DeliveryResult result)
    {
        switch (result.Outcome)
        {
            case DeliveryOutcome.Sent:
                return store.FinishAsync(row, "sent", result);
            case DeliveryOutcome.Dropped:
                return store.FinishAsync(row, "dropped", result);
            case DeliveryOutcome.Failed:
                LogFailed(row.Occasion, row.Id, row.Attempts, result.Error);
                return result.NoSuchMailbox ? store.RefuseAsync(row, result) : store.FinishAsync(row, "failed", result);
            case DeliveryOutcome.Lost:
                return Task.CompletedTask;
            case DeliveryOutcome.Throttled:
                return store.PostponeAsync(row, result.Wait, counts: false, result.Error ?? "", CancellationToken.None);
            default:
                var counts = result.Outcome == DeliveryOutcome.Postponed;
                var delay = counts ? Backoff.After(row.Tries, FirstDelay, LongestDelay) : AfterOutage;
                LogPostponed(row.Occasion, row.Id, row.Attempts, delay, result.Error);
                return store.PostponeAsync(row, delay, counts, result.Error ?? "", CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Mail waits for the database: {Reason}")]
    private partial void LogDatabaseAway(string reason);

    [LoggerMessage(LogLevel.Warning, "Mail {Occasion} {Id} was not sent (attempt {Attempt}), next in {Delay}: {Reason}")]
    private partial void LogPostponed(string occasion, Guid id, int attempt, TimeSpan delay, string? reason);

    [LoggerMessage(LogLevel.Error, "Mail {Occasion} {Id} will never be sent (attempt {Attempt}): {Reason}")]
    private partial void LogFailed(string occasion, Guid id, int attempt, string? reason);
}
