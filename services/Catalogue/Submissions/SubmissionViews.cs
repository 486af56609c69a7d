using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

internal static class SubmissionViews
{
    /// <summary>As the API answers with it, and its ETag.</summary>
    public static async Task<SubmissionResponse> ViewAsync(this CatalogueDbContext db, Submission submission, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.ETag = IfMatch.TagOf(submission.Version);
        var slug = submission.EntryId is { } entryId
            ? await db.Entries.Where(entry => entry.Id == entryId).Select(entry => entry.Slug).FirstOrDefaultAsync(cancellationToken)
            : null;
        return new(
            submission.Id,
            submission.Version,
            submission.Owner,
            submission.State,
            submission.Form,
            submission.IsOpenToItsOwner ? [.. SubmissionContent.WrongIn(submission).Select(breach => new SubmissionProblem(breach.Field, breach.Message))] : [],
            submission.ChangedAt,
            submission.SubmittedAt,
            slug,
            submission.Base,
            [.. submission.Steps.Select(step => new SubmissionStep(step.At, step.Kind, step.BySecretariat, step.Text, step.Comments))]);
    }

    public static SubmissionSummary Summary(this Submission submission) =>
        new(submission.Id, submission.Owner, submission.State, submission.Form.Title, submission.IsCorrection, submission.WaitsSince);
}
