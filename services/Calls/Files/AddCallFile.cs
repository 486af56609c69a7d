using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Calls.Submissions;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Files;

/// <summary>Takes a file for a call. It is shown once the form names it; the same content sent again is the same file.</summary>
internal static class AddCallFile
{
    private const int MostFiles = 20;
    private const string ContentIndex = "call_files_content";

    public static async Task<Results<Ok<SubmissionFile>, NotFound, ValidationProblem, ProblemHttpResult>> HandleAsync(
        Guid id, string name, HttpRequest request, Contributor contributor, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await contributor.FindAsync(db, id, cancellationToken) is not { } call)
        {
            return TypedResults.NotFound();
        }

        if (!contributor.Owns(call))
        {
            return Contributor.NotTheirs();
        }

        if (!call.IsOpenToItsOwner)
        {
            return Refusals.NotNow(call.State);
        }

        var now = clock.GetUtcNow();
        var (kept, breach) = await db.KeepAsync(
            name, request.Body, upload => new SentFile(id, upload, now), db.Files.Where(other => other.CallId == id), MostFiles, ContentIndex,
            () => db.Record(call, contributor, "file added", now), cancellationToken);
        return kept is null ? Breach.Answer([breach!]) : TypedResults.Ok(kept);
    }

    /// <returns>Those that the form names, with what is stored about them; null where one is not the call's.</returns>
    public static async Task<IReadOnlyList<SubmissionFile>?> FilesAsync(this CallsDbContext db, Call call, CallForm form, CancellationToken cancellationToken) =>
        form.Files.Count == 0 ? [] : form.Files.Among(await db.Files.Where(file => file.CallId == call.Id).AsInForms().ToListAsync(cancellationToken));
}
