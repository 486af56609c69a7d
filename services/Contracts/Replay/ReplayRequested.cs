namespace PfP.Contracts.Replay;

/// <summary>Asks a producer to send every aggregate's current event, withdrawals too, to the asker's own queue.</summary>
/// <param name="Service">The producer asked.</param>
/// <param name="ReplyQueue">The queue that takes the events, in order, and at last <see cref="ReplayCompleted"/>.</param>
public sealed record ReplayRequested(Guid ReplayId, string Service, string ReplyQueue);

/// <summary>Ends a replay: <paramref name="Count"/> events came before it.</summary>
public sealed record ReplayCompleted(Guid ReplayId, string Service, int Count);
