using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Catalogue.Data;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Files;

/// <summary>Takes a file for a submission. It is shown once the form names it; the same content sent again is the same file.</summary>
internal static class AddFile
{
    private const int MostFiles = 20;
    private const string ContentIndex = "files_content";

    public static async Task<Results<Ok<SubmissionFile>, NotFound, ValidationProblem, ProblemHttpResult>> HandleAsync(
        Guid id, string name, HttpRequest request, Contributor contributor, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await contributor.FindAsync(db, id, cancellationToken) is not { } submission)
        {
            return TypedResults.NotFound();
        }

        if (!contributor.Owns(submission))
        {
            return Contributor.NotTheirs();
        }

        if (!submission.IsOpenToItsOwner)
        {
            return Refusals.NotNow(submission);
        }

        var now = clock.GetUtcNow();
        var (kept, breach) = await db.KeepAsync(
            name, request.Body, upload => new SubmittedFile(id, upload, now), db.Files.Where(other => other.SubmissionId == id), MostFiles, ContentIndex,
            () => db.Record(submission, contributor, "file added", now), cancellationToken);
        return kept is null ? Breach.Answer([breach!]) : TypedResults.Ok(kept);
    }
}
