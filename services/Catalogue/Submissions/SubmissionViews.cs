using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Confirmations;
using PfP.Catalogue.Data;
using PfP.Catalogue.Trust;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Submissions;

internal static class SubmissionViews
{
    /// <summary>As the API answers with it, and its ETag.</summary>
    public static async Task<SubmissionResponse> ViewAsync(this CatalogueDbContext db, Submission submission, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.ETag = IfMatch.TagOf(submission.Version);
        var published = submission.EntryId is { } entryId
            ? await db.Entries.Where(entry => entry.Id == entryId).Select(entry => new { entry.Slug, entry.Title }).FirstOrDefaultAsync(cancellationToken)
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
            published?.Slug,
            submission.Base,
            [.. submission.Steps.Select(step => new SubmissionStep(step.At, step.Kind, step.BySecretariat, step.Text, step.Comments))])
        {
            Kind = submission.Kind,
            EntryTitle = published?.Title,
            Assigned = submission.AssignmentFor(response.HttpContext.User),
            PublishOn = submission.PublishOn,
            Review = submission.Review,
            PublishesAtOnce = await db.PublishesAtOnceAsync(submission, response.HttpContext.User, cancellationToken),
            OnBehalf = submission.OnBehalf,
            Confirmation = response.HttpContext.User.IsStaff()
                ? await db.ConfirmationViewAsync(submission, response.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken)
                : null,
        };
    }

    /// <param name="moderator">For whom a list of the secretariat is made.</param>
    public static SubmissionSummary Summary(this Submission submission, ClaimsPrincipal? moderator) =>
        new(submission.Id, submission.Owner, submission.State, submission.Form.Title, submission.IsCorrection, submission.WaitsSince)
        {
            Kind = submission.Kind,
            Review = submission.Review,
            Assigned = moderator is null ? null : submission.AssignmentFor(moderator),
        };

    /// <summary>Who has taken it, without saying who that is; nobody's business but the secretariat's.</summary>
    private static string? AssignmentFor(this Submission submission, ClaimsPrincipal reader) => submission.AssignedTo switch
    {
        null => null,
        _ when !reader.IsStaff() => null,
        var moderator when moderator == reader.MemberId() => SubmissionAssignments.Me,
        _ => SubmissionAssignments.Another,
    };
}
