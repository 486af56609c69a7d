using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Submissions;

/// <summary>The owner sends it to the secretariat, or takes it back before that has decided.</summary>
internal static class SendCall
{
    public static async Task<ChangeResult> SubmitAsync(Guid id, IfMatch match, Contributor contributor, CallTurn turn, CancellationToken cancellationToken)
    {
        var (call, obstacle) = await turn.TakeAsync(Turn.Write, id, match, contributor, cancellationToken);
        if (call is null)
        {
            return obstacle!;
        }

        if (new CallTemplate(call.Form).Wrong(turn.Now) is { Count: > 0 } wrong)
        {
            return Breach.Answer(wrong);
        }

        call.Submit(contributor.Id, turn.Now);
        return await turn.DoneAsync(call, contributor, "submitted", [], cancellationToken);
    }

    public static Task<ChangeResult> TakeBackAsync(Guid id, IfMatch match, Contributor contributor, CallTurn turn, CancellationToken cancellationToken) =>
        turn.PlayAsync(Turn.TakeBack, id, match, contributor, "taken back", (call, at) => call.TakeBack(at), cancellationToken);
}
