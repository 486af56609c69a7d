namespace PfP.ServiceDefaults;

/// <summary>
/// Reacts to an event. It runs inside a transaction of the service's DbContext together with its inbox row: what it does there, and the
/// events it publishes, happen once however often the message is delivered. It need not call SaveChanges; the caller saves and commits.
/// Effects outside the database must be idempotent.
/// </summary>
public interface IEventHandler<in TEvent>
    where TEvent : class
{
    /// <summary>
    /// Ends once everything is there that the handler needs beside the database. It is awaited before the transaction begins: a handler that
    /// waited within it would hold a connection, and many of them all there are, also the one that is needed to bring about what they wait for.
    /// </summary>
    Task ReadyAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task HandleAsync(TEvent message, EventContext context, CancellationToken cancellationToken);
}

/// <summary>What is known about a delivered message.</summary>
/// <param name="MessageId">The same however often it is delivered.</param>
/// <param name="SentAt">When it was handed to the broker, in real time.</param>
public sealed record EventContext(Guid MessageId, DateTimeOffset SentAt);
