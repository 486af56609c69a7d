using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;

namespace PfP.Calls.Submissions;

internal static class CallStepEvents
{
    private static readonly string[] Moves =
        [SubmissionMoves.Submitted, SubmissionMoves.TakenBack, SubmissionMoves.ChangesRequested, SubmissionMoves.Refused, SubmissionMoves.Published];

    /// <summary>Tells of the step that was just taken: whoever sent it in, and, once it is public, everybody. The caller saves both together.</summary>
    public static void PublishStep(this CallsDbContext db, Call call)
    {
        if (call.StepTaken is not { } step)
        {
            return;
        }

        if (call.Slug is not null)
        {
            db.Publish(CallEvents.Published(call));
            if (step.IsNews)
            {
                db.Publish(new CallChanged(call.Id, call.Version, step.Kind, step.At) { Reason = step.Text });
            }
        }

        if (call.SubmittedBy is { } member && Moves.Contains(step.Kind))
        {
            db.Publish(new CallMoved(call.Id, call.Version, step.Kind, member) { Field = step.Comments.Count > 0 ? step.Comments[0].Field : null });
        }
    }
}
