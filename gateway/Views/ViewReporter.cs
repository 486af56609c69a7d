using Microsoft.Extensions.Options;
using PfP.Contracts.Gateway;
using PfP.ServiceDefaults;

namespace PfP.Gateway.Views;

/// <summary>
/// Publishes the counts every few seconds and at shutdown. A batch keeps its message id until the broker has confirmed it, so that
/// the reader's inbox takes it once however often it is sent; meanwhile new counts gather in the counter, which bounds what waits.
/// </summary>
internal sealed partial class ViewReporter(ViewCounter counter, EventPublisher events, IOptions<ViewOptions> options, TimeProvider time, ILogger<ViewReporter> logger)
    : BackgroundService
{
    private readonly Queue<(Guid MessageId, EntriesViewed Batch)> _unconfirmed = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Value.LastReportWithin);

        // What was taken before and not confirmed goes first, then what was counted since.
        await ReportAsync(patience.Token);
        await ReportAsync(patience.Token);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.ReportEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await ReportAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // StopAsync sends the rest.
        }
    }

    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        if (_unconfirmed.Count == 0)
        {
            foreach (var batch in counter.Take())
            {
                _unconfirmed.Enqueue((Guid.CreateVersion7(), batch));
            }
        }

        try
        {
            while (_unconfirmed.TryPeek(out var next))
            {
                await events.PublishAsync(next.Batch, next.MessageId, cancellationToken);
                _unconfirmed.Dequeue();
            }
        }
        catch (Exception exception)
        {
            // Whatever the broker's trouble is, the batch stays and the next report tries again.
            LogKept(_unconfirmed.Count, exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Batches} batches of view counts wait for the broker: {Reason}")]
    private partial void LogKept(int batches, string reason);
}
