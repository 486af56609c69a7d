using System.Diagnostics;

namespace PfP.Chaos.Processes;

/// <summary>When a process was down, and how long it took from its new start until it answered.</summary>
internal sealed class Outages
{
    private readonly Lock guard = new();
    private readonly List<(long From, long To)> past = [];
    private readonly List<TimeSpan> recoveries = [];
    private long? downSince;
    private long? restartedAt;

    public bool IsOver
    {
        get
        {
            lock (guard)
            {
                return downSince is null;
            }
        }
    }

    /// <summary>From each start after a kill to the first good answer.</summary>
    public IReadOnlyList<TimeSpan> Recoveries
    {
        get
        {
            lock (guard)
            {
                return [.. recoveries];
            }
        }
    }

    public void Begin()
    {
        lock (guard)
        {
            downSince ??= Stopwatch.GetTimestamp();
        }
    }

    public void Restarted()
    {
        lock (guard)
        {
            restartedAt = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>It answered a question asked at that time; an answer to an earlier question says nothing about now.</summary>
    public void End(long asked)
    {
        lock (guard)
        {
            if (downSince is not { } since || asked < since || asked < restartedAt)
            {
                return;
            }

            if (restartedAt is { } start)
            {
                recoveries.Add(Stopwatch.GetElapsedTime(start));
            }

            past.Add((since, Stopwatch.GetTimestamp()));
            (downSince, restartedAt) = (null, null);
        }
    }

    /// <summary>Whether it was down at any moment of that span.</summary>
    public bool Touch(long from, long to)
    {
        lock (guard)
        {
            return downSince <= to || past.Exists(outage => outage.From <= to && outage.To >= from);
        }
    }

    /// <summary>Whether it was down for the whole of that span.</summary>
    public bool Cover(long from, long to)
    {
        lock (guard)
        {
            return downSince <= from || past.Exists(outage => outage.From <= from && outage.To >= to);
        }
    }
}
