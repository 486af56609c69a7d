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
        if (contributor.Entity is null)
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

        var started = clock.GetUtcNow();
        var submission = await OnceAsync(db, contributor, key, owner => Submission.Start(owner, kind, form, key.Value, started), started, cancellationToken);
        return TypedResults.Created($"/api/catalogue/submissions/{submission.Id}", await db.ViewAsync(submission, response, cancellationToken));
    }

    /// <summary>The one that is begun, or was when the same request came before.</summary>
    public static async Task<Submission> OnceAsync(
        CatalogueDbContext db, Contributor contributor, IdempotencyKey key, Func<string, Submission> start, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var owner = contributor.Entity!;
        if (await MadeBeforeAsync(db, owner, key, cancellationToken) is { } made)
        {
            return made;
        }

        var submission = start(owner);
        db.Submissions.Add(submission);
        db.Record(submission, contributor, "started", at);
        return await db.TryCreateAsync(KeyIndex, cancellationToken) ? submission : (await MadeBeforeAsync(db, owner, key, cancellationToken))!;
    }

    private static async Task<Submission?> MadeBeforeAsync(CatalogueDbContext db, string owner, IdempotencyKey key, CancellationToken cancellationToken) =>
        key.Value is null ? null : await db.Submissions.Include(made => made.Steps)
            .FirstOrDefaultAsync(made => made.Owner == owner && made.IdempotencyKey == key.Value, cancellationToken);
}
