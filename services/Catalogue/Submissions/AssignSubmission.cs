using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

/// <summary>A moderator takes a submission that waits for a decision, also from a colleague who is away, or gives it back to all.</summary>
internal static class AssignSubmission
{
    public static Task<ChangeResult> TakeAsync(Guid id, IfMatch match, Contributor contributor, SubmissionTurn turn, CancellationToken cancellationToken) =>
        turn.PlayAsync(Turn.Assign, id, match, contributor, "taken", (submission, _) => submission.AssignTo(contributor.Id), cancellationToken);

    public static async Task<ChangeResult> GiveBackAsync(Guid id, IfMatch match, Contributor contributor, SubmissionTurn turn, CancellationToken cancellationToken)
    {
        var (submission, obstacle) = await turn.TakeAsync(Turn.Assign, id, match, contributor, cancellationToken);
        if (submission is null)
        {
            return obstacle!;
        }

        if (submission.AssignedTo != contributor.Id)
        {
            return TypedResults.Problem("You have not taken it.", statusCode: StatusCodes.Status409Conflict);
        }

        submission.AssignTo(null);
        return await turn.DoneAsync(submission, contributor, "given back", [], cancellationToken);
    }
}
