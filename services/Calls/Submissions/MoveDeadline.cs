using PfP.Calls.Calls;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Submissions;

/// <summary>More time, while replies are taken, or once more after they were. At once, as the deadline has been reviewed before.</summary>
internal static class MoveDeadline
{
    public static async Task<ChangeResult> ExtendAsync(
        Guid id, NewDeadline wanted, IfMatch match, Contributor contributor, CallTurn turn, CancellationToken cancellationToken)
    {
        if (Check(wanted, turn.Now) is { Length: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        var (call, obstacle) = await turn.TakeAsync(Turn.BeforeItCloses, id, match, contributor, cancellationToken);
        if (call is null)
        {
            return obstacle!;
        }

        // One that takes replies until further notice has nothing later.
        var deadline = wanted.Deadline.Read();
        return deadline is not null && deadline.Instant() > call.ClosesAt
            ? await MoveAsync(call, deadline, CallChanges.Extended, wanted, contributor, turn, cancellationToken)
            : Breach.Answer([new Breach(DeadlineRules.Field, "It is later than the one that it replaces.")]);
    }

    public static async Task<ChangeResult> ReopenAsync(
        Guid id, NewDeadline wanted, IfMatch match, Contributor contributor, CallTurn turn, CancellationToken cancellationToken)
    {
        if (Check(wanted, turn.Now) is { Length: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        var (call, obstacle) = await turn.TakeAsync(Turn.Reopen, id, match, contributor, cancellationToken);
        if (call is null)
        {
            return obstacle!;
        }

        var deadline = wanted.Deadline.Read();
        return deadline?.Instant() <= call.OpensAt
            ? Breach.Answer([new Breach(DeadlineRules.Field, DeadlineRules.OpensBefore)])
            : await MoveAsync(call, deadline, CallChanges.Reopened, wanted, contributor, turn, cancellationToken);
    }

    private static Task<ChangeResult> MoveAsync(
        Call call, CallDeadline? deadline, string change, NewDeadline wanted, Contributor contributor, CallTurn turn, CancellationToken cancellationToken)
    {
        call.MoveDeadline(deadline, wanted.Deadline, turn.Step(call, contributor, change, Typed.Given(wanted.Reason)));
        return turn.DoneAsync(call, contributor, change, [DeadlineRules.Field], cancellationToken);
    }

    private static Breach[] Check(NewDeadline wanted, DateTimeOffset now)
    {
        Breach[] limits = [.. CallLimits.Check(wanted.Deadline), .. CallLimits.CheckReason(wanted.Reason)];
        return limits.Length > 0 ? limits : [.. DeadlineRules.Check(wanted.Deadline, now)];
    }
}
