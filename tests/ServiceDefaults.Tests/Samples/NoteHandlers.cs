using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace PfP.ServiceDefaults.Tests.Samples;

/// <summary>What a test does to the handlers, and sees of them.</summary>
internal sealed class Probe
{
    public bool Failing { get; set; }

    /// <summary>What the handler waits for before its transaction begins.</summary>
    public Task Ready { get; set; } = Task.CompletedTask;

    public int ReplayLength { get; set; } = 3;

    /// <summary>A replay stops before this event until it is set.</summary>
    public (int Index, TaskCompletionSource Gate)? ReplayGate { get; set; }

    public ConcurrentQueue<Guid> Deliveries { get; } = [];

    public ConcurrentQueue<Guid> Observed { get; } = [];

    public int ReplaysBegun => begun;

    /// <summary>How often the handler was asked whether it is ready.</summary>
    public int Asked => asked;

    private int begun;
    private int asked;

    public void ReplayBegins() => Interlocked.Increment(ref begun);

    public Task ReadyAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref asked);
        return Ready.WaitAsync(cancellationToken);
    }
}

internal sealed class RecordNote(NoteDbContext db, Probe probe) : IEventHandler<NoteWritten>
{
    public Task ReadyAsync(CancellationToken cancellationToken) => probe.ReadyAsync(cancellationToken);

    public Task HandleAsync(NoteWritten message, EventContext context, CancellationToken cancellationToken)
    {
        probe.Deliveries.Enqueue(context.MessageId);
        db.ReceivedNotes.Add(new(Guid.CreateVersion7(), message.NoteId, context.MessageId));
        return probe.Failing ? throw new InvalidOperationException("The handler was told to fail.") : Task.CompletedTask;
    }
}

internal sealed class ObserveNote(Probe probe) : IEventHandler<NoteWritten>
{
    public Task HandleAsync(NoteWritten message, EventContext context, CancellationToken cancellationToken)
    {
        probe.Observed.Enqueue(message.NoteId);
        return Task.CompletedTask;
    }
}

internal sealed class NoteReplay(Probe probe) : IReplaySource
{
    public async IAsyncEnumerable<object> EventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        probe.ReplayBegins();
        for (var index = 0; index < probe.ReplayLength; index++)
        {
            if (probe.ReplayGate is { } gate && gate.Index == index)
            {
                await gate.Gate.Task.WaitAsync(cancellationToken);
            }

            yield return new NoteWritten(Guid.Empty, index, $"Note {index}");
        }
    }
}
