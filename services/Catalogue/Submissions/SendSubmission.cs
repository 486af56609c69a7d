using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>The owner sends it to the secretariat, or takes it back before that has decided.</summary>
internal static class SendSubmission
{
    public static async Task<ChangeResult> SubmitAsync(
        Guid id, IfMatch match, Contributor contributor, SubmissionTurn turn, CancellationToken cancellationToken)
    {
        var (submission, obstacle) = await turn.TakeAsync(Turn.Write, id, match, contributor, cancellationToken);
        if (submission is null)
        {
            return obstacle!;
        }

        if (submission.IsOfSecretariat)
        {
            return Refusals.NobodyReviews();
        }

        if (SubmissionContent.WrongIn(submission) is { Count: > 0 } wrong)
        {
            return Breach.Answer(wrong);
        }

        submission.Submit(contributor.Id, turn.Now);
        return await turn.DoneAsync(submission, contributor, "submitted", [], cancellationToken);
    }

    public static Task<ChangeResult> TakeBackAsync(Guid id, IfMatch match, Contributor contributor, SubmissionTurn turn, CancellationToken cancellationToken) =>
        turn.PlayAsync(Turn.TakeBack, id, match, contributor, "taken back", (submission, at) => submission.TakeBack(at), cancellationToken);
}
