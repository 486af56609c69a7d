using MassTransit;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>Whether the events that waited for this process have been handled: none is in its queues, and none under way.</summary>
/// <param name="queues">None in a process that consumes nothing.</param>
internal sealed class EventBacklog(BrokerConnection broker, ConsumedQueues? queues = null) : IReceiveObserver
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(300);

    // An event that has left its queue may not have been received yet: the second look sees it.
    private const int Looks = 2;

    private int underWay;

    /// <param name="atMost">Without a broker nobody knows, and what is to be done is done all the same.</param>
    public async Task HandledAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(atMost);
        try
        {
            for (var quiet = 0; quiet < Looks; quiet = await IsEmptyAsync(limit.Token) ? quiet + 1 : 0)
            {
                await Task.Delay(LookEvery, TimeProvider.System, limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It takes too long.
        }
    }

    public Task PreReceive(ReceiveContext context)
    {
        Interlocked.Increment(ref underWay);
        return Task.CompletedTask;
    }

    public Task PostReceive(ReceiveContext context) => EndAsync();

    public Task ReceiveFault(ReceiveContext context, Exception exception) => EndAsync();

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;

    private async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var channel = await broker.OpenChannelAsync(cancellationToken);
            foreach (var queue in queues?.Names ?? [])
            {
                if (await channel.MessageCountAsync(queue, cancellationToken) > 0)
                {
                    return false;
                }
            }

            return Volatile.Read(ref underWay) == 0;
        }
        catch (Exception exception) when (BrokerAway.Is(exception, cancellationToken))
        {
            return false;
        }
    }

    private Task EndAsync()
    {
        Interlocked.Decrement(ref underWay);
        return Task.CompletedTask;
    }
}
