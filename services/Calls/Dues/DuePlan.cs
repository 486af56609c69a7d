using Microsoft.EntityFrameworkCore;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Contracts.Calls;

namespace PfP.Calls.Dues;

internal static class DuePlan
{
    /// <summary>
    /// Plans what a public call now has to come, instead of what it had; a moment that has come already is told all the same. The caller
    /// saves both in one transaction, so that whoever tells of a moment knows that it still is one.
    /// </summary>
    public static async Task PlanAsync(this CallsDbContext db, Call call, CancellationToken cancellationToken)
    {
        if (call.StepTaken is not { IsNews: true } step)
        {
            return;
        }

        // An outcome is asked for until there is one; whatever else happens, the deadline from which its days count is another one.
        await db.Dues.Where(due => due.CallId == call.Id && due.Moment == CallDue.Outcome).ExecuteDeleteAsync(cancellationToken);
        if (step.Kind == CallChanges.Completed)
        {
            return;
        }

        var isCancelled = step.Kind == CallChanges.Cancelled;
        await db.Dues.Where(due => due.CallId == call.Id && due.At > step.At && (isCancelled || due.Moment == CallDue.Closed)).ExecuteDeleteAsync(cancellationToken);
        if (isCancelled)
        {
            return;
        }

        if (OpensWith(call, step))
        {
            db.Dues.Add(new CallDue(call.Id, CallDue.Opened, call.OpensAt > step.At ? call.OpensAt.Value : step.At));
        }

        if (call.ClosesAt is { } closes)
        {
            db.Dues.Add(new CallDue(call.Id, CallDue.Closed, closes));
            db.Dues.AddRange(OutcomeDue.Told.Select(days => new CallDue(call.Id, CallDue.Outcome, closes.AddDays(days))));
        }
    }

    /// <summary>At publication, and when it is opened again after it was cancelled before the day it was to open.</summary>
    private static bool OpensWith(Call call, CallStep step) =>
        step.Kind == CallChanges.Published || (step.Kind == CallChanges.Reopened && call.Steps.FindAll(taken => taken.IsNews) is [.., { Kind: CallChanges.Cancelled } cancelled, _] && call.OpensAt > cancelled.At);
}
