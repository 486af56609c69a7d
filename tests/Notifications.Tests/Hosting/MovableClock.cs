namespace PfP.Notifications.Tests.Hosting;

/// <summary>Business time that stands where a test sets it. Timers run on real time.</summary>
internal sealed class MovableClock : TimeProvider
{
    private long ticks = new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero).Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Set(DateTimeOffset at) => Interlocked.Exchange(ref ticks, at.UtcTicks);
}
