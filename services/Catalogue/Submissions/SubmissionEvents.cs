using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue;

namespace PfP.Catalogue.Submissions;

internal static class SubmissionEvents
{
    /// <summary>Tells of the step that was just taken, where somebody is to hear of it; the caller saves both together.</summary>
    public static void PublishStep(this CatalogueDbContext db, Submission submission)
    {
        if (submission is { SubmittedBy: { } member, StepTaken: { } step })
        {
            db.Publish(new SubmissionMoved(submission.Id, submission.Version, step.Kind, member) { Field = step.Comments.Count > 0 ? step.Comments[0].Field : null });
        }
    }
}
