using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Owners;

/// <summary>Begins an update of an own practice, or a lesson learned from it. It is reviewed as a new practice is.</summary>
internal static class AddLesson
{
    public static async Task<Results<Created<SubmissionResponse>, ValidationProblem, NotFound>> HandleAsync(
        string slug, SubmissionForm form, IdempotencyKey key, Contributor contributor, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var entry = await db.EntriesOf(contributor.Entity, EntryKinds.Practice).AsNoTracking().FirstOrDefaultAsync(entry => entry.Slug == slug, cancellationToken);
        if (entry is null || !contributor.Owns(entry))
        {
            return TypedResults.NotFound();
        }

        form = form with { Files = [] };
        if (SubmissionLimits.Check(form) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        var submission = await StartSubmission.OnceAsync(
            db, contributor, contributor.Entity!, key.Value, () => Submission.Add(contributor.Entity!, entry.Id, form, key.Value, clock.GetUtcNow()), clock.GetUtcNow(), cancellationToken);
        return TypedResults.Created($"/api/catalogue/submissions/{submission.Id}", await db.ViewAsync(submission, response, cancellationToken));
    }
}
