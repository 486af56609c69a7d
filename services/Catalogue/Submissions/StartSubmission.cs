using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

internal static class StartSubmission
{
    private const string KeyIndex = "submissions_owner_key";

    public static async Task<Results<Created<SubmissionResponse>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        [FromQuery(Name = OnBehalf.Field)] string? onBehalfOf, SubmissionForm form, IdempotencyKey key, Contributor contributor, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        if (onBehalfOf is not null && !contributor.IsStaff)
        {
            return Refusals.NotTheirs();
        }

        if ((onBehalfOf ?? contributor.Entity) is not { } owner)
        {
            return Refusals.NotForAnybody();
        }

        if (onBehalfOf is not null && await db.CheckOwnerAsync(owner, contributor, cancellationToken) is { Count: > 0 } unknown)
        {
            return Refusals.Invalid(unknown);
        }

        var made = onBehalfOf is null ? key.Value : OnBehalf.KeyOf(key.Value);

        // Files are sent to a draft that is there.
        form = form with { Files = [] };
        if (SubmissionLimits.Check(form) is { Count: > 0 } breaches)
        {
            return Refusals.Invalid(breaches);
        }

        var submission = await MadeBeforeAsync(db, owner, made, cancellationToken);
        if (submission is null)
        {
            submission = Submission.Start(owner, form, made, clock.GetUtcNow(), onBehalf: onBehalfOf is not null);
            db.Submissions.Add(submission);
            db.Record(submission, contributor, "started", clock.GetUtcNow());
            if (!await db.TryCreateAsync(KeyIndex, cancellationToken))
            {
                submission = (await MadeBeforeAsync(db, owner, made, cancellationToken))!;
            }
        }

        return TypedResults.Created($"/api/catalogue/submissions/{submission.Id}", await db.ViewAsync(submission, response, cancellationToken));
    }

    private static async Task<Submission?> MadeBeforeAsync(CatalogueDbContext db, string owner, string? key, CancellationToken cancellationToken) =>
        key is null ? null : await db.Submissions.Include(made => made.Steps)
            .FirstOrDefaultAsync(made => made.Owner == owner && made.IdempotencyKey == key, cancellationToken);
}
