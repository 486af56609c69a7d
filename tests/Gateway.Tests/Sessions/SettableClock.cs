namespace PfP.Gateway.Tests.Sessions;

/// <summary>The system's clock, and a step ahead of it.</summary>
internal sealed class SettableClock : TimeProvider
{
    private long _ahead;

    public void Advance(TimeSpan span) => Interlocked.Add(ref _ahead, span.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
}
