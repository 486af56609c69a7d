using PfP.ServiceDefaults;
using ChangeResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<PfP.Contracts.Catalogue.Api.SubmissionResponse>,
    Microsoft.AspNetCore.Http.HttpResults.ValidationProblem,
    Microsoft.AspNetCore.Http.HttpResults.NotFound,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

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

        if (new SubmissionContent(submission.Form).Wrong() is { Count: > 0 } wrong)
        {
            return Refusals.Invalid(wrong);
        }

        submission.Submit(turn.Now);
        return await turn.DoneAsync(submission, contributor, "submitted", [], cancellationToken);
    }

    public static async Task<ChangeResult> TakeBackAsync(
        Guid id, IfMatch match, Contributor contributor, SubmissionTurn turn, CancellationToken cancellationToken)
    {
        var (submission, obstacle) = await turn.TakeAsync(Turn.TakeBack, id, match, contributor, cancellationToken);
        if (submission is null)
        {
            return obstacle!;
        }

        submission.TakeBack(turn.Now);
        return await turn.DoneAsync(submission, contributor, "taken back", [], cancellationToken);
    }
}
