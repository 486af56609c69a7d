namespace PfP.ServiceDefaults.Time;

/// <summary>A timer that is due at an instant of the shifted clock instead of after a span of real time.</summary>
internal sealed class OffsetTimer : ITimer
{
    // The longest span that a system timer takes; a longer wait is armed again when it ends.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    private readonly OffsetClock clock;
    private readonly TimerCallback callback;
    private readonly object? state;
    private readonly ITimer inner;
    private readonly Lock gate = new();
    private DateTimeOffset? due;
    private TimeSpan period = Timeout.InfiniteTimeSpan;
    private bool disposed;

    public OffsetTimer(OffsetClock clock, TimerCallback callback, object? state)
    {
        (this.clock, this.callback, this.state) = (clock, callback, state);
        inner = TimeProvider.System.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            if (disposed)
            {
                return false;
            }

            due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
            this.period = period;
        }

        Arm();
        return true;
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            due = null;
        }

        clock.Forget(this);
        inner.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Arm()
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            var wait = due is { } at ? Clamp(at - clock.GetUtcNow()) : Timeout.InfiniteTimeSpan;
            inner.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    private static TimeSpan Clamp(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;

    private void Fire()
    {
        lock (gate)
        {
            if (disposed || due is not { } at)
            {
                return;
            }

            if (at > clock.GetUtcNow())
            {
                inner.Change(Clamp(at - clock.GetUtcNow()) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                return;
            }

            // One call even where the clock jumped over several periods, as a system timer does after a long sleep.
            due = period > TimeSpan.Zero ? clock.GetUtcNow() + period : null;
            inner.Change(due is null ? Timeout.InfiniteTimeSpan : Clamp(period), Timeout.InfiniteTimeSpan);
        }

        callback(state);
    }
}
