namespace PfP.Contracts.Calls;

/// <summary>What a reader sees of a call at a moment. Never stored: a stored status is wrong as soon as the deadline passes.</summary>
public static class CallStatuses
{
    public const string Upcoming = "upcoming";
    public const string Open = "open";
    public const string ClosingSoon = "closing-soon";
    public const string Closed = "closed";

    /// <summary>How long before its deadline a call is said to close soon: what a ministry needs to have a reply cleared.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    /// <summary>Null for archived records.</summary>
    public static string? At(DateTimeOffset now, string state, DateTimeOffset? opensAt, DateTimeOffset? closesAt) => state switch
    {
        CallStates.Archived => null,
        CallStates.Cancelled or CallStates.Completed => state,
        _ when opensAt > now => Upcoming,
        _ when closesAt <= now => Closed,
        _ when closesAt - Soon <= now => ClosingSoon,
        _ => Open,
    };

    public static bool IsTakingReplies(string? status) => status is Open or ClosingSoon;

    /// <summary>Whether its deadline is still to come, also before it opens.</summary>
    public static bool IsToClose(string? status) => status == Upcoming || IsTakingReplies(status);

    /// <summary>The next moment at which the status is another one by itself; null where none is.</summary>
    public static DateTimeOffset? NextChange(DateTimeOffset now, string state, DateTimeOffset? opensAt, DateTimeOffset? closesAt) =>
        Changes(state, opensAt, closesAt).Where(moment => moment > now).Min(moment => (DateTimeOffset?)moment);

    /// <summary>The moments at which the status becomes another one by itself.</summary>
    public static IEnumerable<DateTimeOffset> Changes(string state, DateTimeOffset? opensAt, DateTimeOffset? closesAt) =>
        state != CallStates.Published ? [] : new[] { opensAt, closesAt - Soon, closesAt }.OfType<DateTimeOffset>();
}
