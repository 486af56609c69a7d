using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

internal static class StartSubmission
{
    private const string KeyIndex = "submissions_owner_key";

    /// <param name="kind">practice, where none is named, or tool; for the secretariat also session and recommendation.</param>
    /// <param name="onBehalfOf">For whom the secretariat enters it; else the reader's own country or organisation.</param>
    public static async Task<Results<Created<SubmissionResponse>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        SubmissionForm form, string? kind, [FromQuery(Name = OnBehalf.Field)] string? onBehalfOf,
        IdempotencyKey key, Contributor contributor, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var isOfSecretariat = SubmissionKinds.OfSecretariat.Contains(kind);
        if ((isOfSecretariat || onBehalfOf is not null) && !contributor.IsStaff)
        {
            return Contributor.NotTheirs();
        }

        if ((isOfSecretariat ? Submission.Secretariat : onBehalfOf ?? contributor.Entity) is not { } owner)
        {
            return Contributor.ForNobody();
        }

        // Files are sent to a draft that is there.
        form = form with { Files = [] };
        kind ??= EntryKinds.Practice;
        IReadOnlyList<Breach> breaches =
        [
            .. onBehalfOf is null ? [] : isOfSecretariat ? [new Breach(OnBehalf.Field, $"A {kind} is the secretariat's own.")] : await db.CheckOwnerAsync(owner, contributor, cancellationToken),
            .. SubmissionLimits.Check(form),
            .. isOfSecretariat || SubmissionTemplate.Kinds.Contains(kind) ? Array.Empty<Breach>() : [new Breach("kind", $"It is one of {string.Join(", ", SubmissionTemplate.Kinds)}.")],
        ];
        if (breaches.Count > 0)
        {
            return Breach.Answer(breaches);
        }

        var (started, made) = (clock.GetUtcNow(), onBehalfOf is null ? key.Value : OnBehalf.KeyOf(key.Value));
        var submission = await OnceAsync(
            db, contributor, owner, made, () => Submission.Start(owner, kind, form, made, started, onBehalf: onBehalfOf is not null), started, cancellationToken);
        return TypedResults.Created($"/api/catalogue/submissions/{submission.Id}", await db.ViewAsync(submission, response, cancellationToken));
    }

    /// <summary>The one that is begun, or was when the same request came before.</summary>
    public static async Task<Submission> OnceAsync(
        CatalogueDbContext db, Contributor contributor, string owner, string? key, Func<Submission> start, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await MadeBeforeAsync(db, owner, key, cancellationToken) is { } made)
        {
            return made;
        }

        var submission = start();
        db.Submissions.Add(submission);
        db.Record(submission, contributor, "started", at);
        return await db.TryCreateAsync(KeyIndex, cancellationToken) ? submission : (await MadeBeforeAsync(db, owner, key, cancellationToken))!;
    }

    private static async Task<Submission?> MadeBeforeAsync(CatalogueDbContext db, string owner, string? key, CancellationToken cancellationToken) =>
        key is null ? null : await db.Submissions.Include(made => made.Steps)
            .FirstOrDefaultAsync(made => made.Owner == owner && made.IdempotencyKey == key, cancellationToken);
}
