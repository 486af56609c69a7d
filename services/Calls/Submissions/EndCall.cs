using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Submissions;

/// <summary>A call that comes to nothing after all, or to something.</summary>
internal static class EndCall
{
    public static async Task<ChangeResult> CancelAsync(Guid id, CancelledFor cancelled, IfMatch match, Contributor contributor, CallTurn turn, CancellationToken cancellationToken)
    {
        if (CallLimits.CheckReason(cancelled.Reason) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        return await turn.PlayAsync(
            Turn.BeforeItCloses, id, match, contributor, CallChanges.Cancelled,
            (call, _) => call.Cancel(turn.Step(call, contributor, CallChanges.Cancelled, Typed.Given(cancelled.Reason))), cancellationToken);
    }

    public static async Task<ChangeResult> ConcludeAsync(Guid id, CallOutcome outcome, IfMatch match, Contributor contributor, CallTurn turn, CancellationToken cancellationToken)
    {
        if (CallLimits.Check(outcome) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        var kept = new CallOutcome(Typed.Given(outcome.Text)) { Links = CallTemplate.Given(outcome.Links) };
        return await turn.PlayAsync(
            Turn.Conclude, id, match, contributor, CallChanges.Completed,
            (call, _) => call.Conclude(kept, turn.Step(call, contributor, CallChanges.Completed, null)), cancellationToken, "outcome");
    }
}
