using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>The secretariat says what has to change, or that it will not be published.</summary>
internal static class ReviewSubmission
{
    public static async Task<ChangeResult> RequestChangesAsync(
        Guid id, SubmissionRemark remark, IfMatch match, Contributor contributor, SubmissionTurn turn, CancellationToken cancellationToken)
    {
        if (Remarks.Check(remark, isRequired: remark.Comments is not { Count: > 0 }) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        return await turn.PlayAsync(
            Turn.Decide, id, match, contributor, "changes requested", (submission, at) => submission.RequestChanges(remark, at), cancellationToken, Remarks.Fields(remark));
    }

    public static async Task<ChangeResult> RefuseAsync(
        Guid id, SubmissionRemark remark, IfMatch match, Contributor contributor, SubmissionTurn turn, CancellationToken cancellationToken)
    {
        if (Remarks.Check(remark, isRequired: true) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        return await turn.PlayAsync(Turn.Decide, id, match, contributor, "refused", (submission, at) => submission.Refuse(remark, at), cancellationToken);
    }
}
