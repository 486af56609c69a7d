using PfP.Contracts.Calls;
using PfP.ServiceDefaults;

namespace PfP.Calls.Calls;

/// <summary>What happened to calls in a year. Archived ones neither open nor close, and what is still to come has not happened.</summary>
internal static class CallYears
{
    /// <summary>A call opens when it is published, or later, by its date; one that was cancelled before that never did.</summary>
    public static IQueryable<Call> OpenedIn(this IQueryable<Call> calls, CalendarYear year, DateTimeOffset now) =>
        from call in calls
        where call.State != CallStates.Archived && !(call.State == CallStates.Cancelled && call.OpensAt > call.WaitsSince)
        let opened = call.OpensAt > call.PublishedAt ? call.OpensAt : call.PublishedAt ?? call.OpensAt
        where opened >= year.Start && opened < year.End && opened <= now
        select call;

    public static IQueryable<Call> ClosedIn(this IQueryable<Call> calls, CalendarYear year, DateTimeOffset now) => calls.Where(call =>
        (call.State == CallStates.Published || call.State == CallStates.Completed) && call.ClosesAt >= year.Start && call.ClosesAt < year.End && call.ClosesAt <= now);

    /// <summary>What is said anew later counts where it was said first.</summary>
    public static IQueryable<Call> WithOutcomeIn(this IQueryable<Call> calls, CalendarYear year) => calls.Where(call =>
        call.Steps.Any(step => step.Kind == CallChanges.Completed && step.At >= year.Start && step.At < year.End)
        && !call.Steps.Any(step => step.Kind == CallChanges.Completed && step.At < year.Start));
}
