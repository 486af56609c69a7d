using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>Owner and secretariat talk about a submission where it is, in any state.</summary>
internal static class WriteMessage
{
    private const string KeyIndex = "submission_steps_key";

    public static async Task<ChangeResult> HandleAsync(
        Guid id, SubmissionRemark remark, IdempotencyKey key, Contributor contributor, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        if (Remarks.Check(remark, isRequired: true) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        if (await contributor.FindAsync(db, id, cancellationToken) is not { } submission)
        {
            return TypedResults.NotFound();
        }

        if (key.Value is null || submission.Steps.TrueForAll(step => step.IdempotencyKey != key.Value))
        {
            submission.Say(remark.Text!, bySecretariat: contributor.IsStaff && (submission.IsWrittenBySecretariat || !contributor.Owns(submission)), key.Value, clock.GetUtcNow());
            db.Record(submission, contributor, "wrote", clock.GetUtcNow());
            if (!await db.TryCreateAsync(KeyIndex, cancellationToken))
            {
                submission = (await contributor.FindAsync(db, id, cancellationToken))!;
            }
        }

        return TypedResults.Ok(await db.ViewAsync(submission, response, cancellationToken));
    }
}
