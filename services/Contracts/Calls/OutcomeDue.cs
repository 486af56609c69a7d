namespace PfP.Contracts.Calls;

/// <summary>
/// A call has closed, and what came of it is asked for. Told so many days after it closed as <see cref="Told"/> says, as long as its outcome is
/// not published.
/// </summary>
/// <param name="ClosedAt">Its deadline.</param>
/// <param name="DueAt">Until when its owner says what came of it.</param>
/// <param name="At">The moment at which this is told; the event may come later.</param>
public sealed record OutcomeDue(Guid CallId, DateTimeOffset ClosedAt, DateTimeOffset DueAt, DateTimeOffset At)
{
    /// <summary>How long after a call closed its owner says what came of it.</summary>
    public const int Days = 90;

    /// <summary>Days after it closed: twice in time, and once when it is overdue.</summary>
    public static readonly IReadOnlyList<int> Told = [30, 80, Days];

    /// <summary>Whether that is one of the moments for a call that closed then.</summary>
    public static bool IsMoment(DateTimeOffset at, DateTimeOffset? closedAt) => closedAt is { } closed && Told.Any(days => closed.AddDays(days) == at);
}
