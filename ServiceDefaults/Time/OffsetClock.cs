using System.Globalization;

namespace PfP.ServiceDefaults.Time;

/// <summary>The system's clock plus an offset kept in a file; timers that wait are set anew when the file changes.</summary>
internal sealed class OffsetClock : TimeProvider, IDisposable
{
    // A watcher would miss a file that does not exist yet, and files in mounted volumes.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    private readonly string file;
    private readonly ITimer poll;
    private readonly Lock gate = new();
    private readonly HashSet<OffsetTimer> timers = [];
    private TimeSpan offset;

    public OffsetClock(string file)
    {
        this.file = file;
        offset = Read();
        poll = System.CreateTimer(_ => Look(), null, LookEvery, LookEvery);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new OffsetTimer(this, callback, state);
        lock (gate)
        {
            timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    public void Dispose() => poll.Dispose();

    internal void Forget(OffsetTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }

    private void Look()
    {
        var read = Read();
        if (read == offset)
        {
            return;
        }

        offset = read;
        OffsetTimer[] waiting;
        lock (gate)
        {
            waiting = [.. timers];
        }

        foreach (var timer in waiting)
        {
            timer.Arm();
        }
    }

    // A file that is missing, half written or wrong leaves the clock as it is.
    private TimeSpan Read()
    {
        try
        {
            return TimeSpan.TryParse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture, out var read) ? read : offset;
        }
        catch (IOException)
        {
            return offset;
        }
    }
}
