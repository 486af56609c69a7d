using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using ChangeResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<PfP.Contracts.Catalogue.Api.SubmissionResponse>,
    Microsoft.AspNetCore.Http.HttpResults.ValidationProblem,
    Microsoft.AspNetCore.Http.HttpResults.NotFound,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace PfP.Catalogue.Submissions;

/// <summary>The secretariat says what has to change, or that it will not be published.</summary>
internal static class ReviewSubmission
{
    public static async Task<ChangeResult> RequestChangesAsync(
        Guid id, SubmissionRemark remark, IfMatch match, Contributor contributor, SubmissionTurn turn, CancellationToken cancellationToken)
    {
        if (SubmissionLimits.Check(remark, isRequired: remark.Comments is not { Count: > 0 }) is { Count: > 0 } breaches)
        {
            return Refusals.Invalid(breaches);
        }

        var (submission, obstacle) = await turn.TakeAsync(Turn.Decide, id, match, contributor, cancellationToken);
        if (submission is null)
        {
            return obstacle!;
        }

        submission.RequestChanges(remark, turn.Now);
        return await turn.DoneAsync(submission, contributor, "changes requested", [.. remark.Comments.Select(comment => comment.Field).Distinct().Order()], cancellationToken);
    }

    public static async Task<ChangeResult> RefuseAsync(
        Guid id, SubmissionRemark remark, IfMatch match, Contributor contributor, SubmissionTurn turn, CancellationToken cancellationToken)
    {
        if (SubmissionLimits.Check(remark, isRequired: true) is { Count: > 0 } breaches)
        {
            return Refusals.Invalid(breaches);
        }

        var (submission, obstacle) = await turn.TakeAsync(Turn.Decide, id, match, contributor, cancellationToken);
        if (submission is null)
        {
            return obstacle!;
        }

        submission.Refuse(remark, turn.Now);
        return await turn.DoneAsync(submission, contributor, "refused", [], cancellationToken);
    }
}
