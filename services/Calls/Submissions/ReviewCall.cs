using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Submissions;

/// <summary>The secretariat says what has to change, or that it will not be published.</summary>
internal static class ReviewCall
{
    public static async Task<ChangeResult> RequestChangesAsync(
        Guid id, SubmissionRemark remark, IfMatch match, Contributor contributor, CallTurn turn, CancellationToken cancellationToken)
    {
        if (Remarks.Check(remark, isRequired: remark.Comments is not { Count: > 0 }) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        return await turn.PlayAsync(
            Turn.Decide, id, match, contributor, "changes requested", (call, at) => call.RequestChanges(remark, at), cancellationToken, Remarks.Fields(remark));
    }

    public static async Task<ChangeResult> RefuseAsync(
        Guid id, SubmissionRemark remark, IfMatch match, Contributor contributor, CallTurn turn, CancellationToken cancellationToken)
    {
        if (Remarks.Check(remark, isRequired: true) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        return await turn.PlayAsync(Turn.Decide, id, match, contributor, "refused", (call, at) => call.Refuse(remark, at), cancellationToken);
    }
}
