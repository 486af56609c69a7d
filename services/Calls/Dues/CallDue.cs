using System.Diagnostics;

namespace PfP.Calls.Dues;

/// <summary>A moment of a call that is to be told of when it comes.</summary>
internal sealed record CallDue(Guid CallId, string Moment, DateTimeOffset At)
{
    public const string Opened = "opened";
    public const string Closed = "closed";

    /// <summary>What came of it is asked for.</summary>
    public const string Outcome = "outcome";

    /// <summary>Of the trace in which it was planned, and to which telling of it belongs.</summary>
    public string? Traceparent { get; init; } = Activity.Current?.Id;
}
