using RabbitMQ.Client.Exceptions;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>Tells a broker that is away, or too busy to answer in time, from everything else: it is waited for.</summary>
internal static class BrokerAway
{
    /// <summary>The client reports an answer that does not come in time as cancelled, although nobody cancelled.</summary>
    public static bool Is(Exception exception, CancellationToken stopping) =>
        !stopping.IsCancellationRequested
        && exception is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or IOException or TimeoutException or OperationCanceledException;
}
