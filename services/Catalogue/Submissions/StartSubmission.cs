using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

internal static class StartSubmission
{
    private const string KeyIndex = "submissions_owner_key";

    /// <param name="kind">practice, where none is named, or tool.</param>
    public static async Task<Results<Created<SubmissionResponse>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        SubmissionForm form, string? kind, IdempotencyKey key, Contributor contributor, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        if (contributor.Entity is not { } owner)
        {
            return Refusals.NotForAnybody();
        }

        // Files are sent to a draft that is there.
        form = form with { Files = [] };
        if (SubmissionLimits.Check(form) is { Count: > 0 } breaches)
        {
            return Refusals.Invalid(breaches);
        }

        kind ??= EntryKinds.Practice;
        if (!SubmissionTemplate.Kinds.Contains(kind))
        {
            return Refusals.Invalid([new Breach("kind", $"It is one of {string.Join(", ", SubmissionTemplate.Kinds)}.")]);
        }

        var submission = await MadeBeforeAsync(db, owner, key, cancellationToken);
        if (submission is null)
        {
            submission = Submission.Start(owner, kind, form, key.Value, clock.GetUtcNow());
            db.Submissions.Add(submission);
            db.Record(submission, contributor, "started", clock.GetUtcNow());
            if (!await db.TryCreateAsync(KeyIndex, cancellationToken))
            {
                submission = (await MadeBeforeAsync(db, owner, key, cancellationToken))!;
            }
        }

        return TypedResults.Created($"/api/catalogue/submissions/{submission.Id}", await db.ViewAsync(submission, response, cancellationToken));
    }

    private static async Task<Submission?> MadeBeforeAsync(CatalogueDbContext db, string owner, IdempotencyKey key, CancellationToken cancellationToken) =>
        key.Value is null ? null : await db.Submissions.Include(made => made.Steps)
            .FirstOrDefaultAsync(made => made.Owner == owner && made.IdempotencyKey == key.Value, cancellationToken);
}
