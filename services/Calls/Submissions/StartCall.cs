using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Submissions;

internal static class StartCall
{
    private const string KeyIndex = "calls_owner_key";

    public static async Task<Results<Created<CallSubmission>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        CallForm form, IdempotencyKey key, Contributor contributor, CallsDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        if (contributor.Entity is not { } owner)
        {
            return Contributor.ForNobody();
        }

        if (CallLimits.Check(form) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        // Files are sent to a draft that is there.
        form = form with { Files = [] };
        var now = clock.GetUtcNow();
        var call = await OnceAsync(db, contributor, owner, form, key.Value, now, cancellationToken);
        return TypedResults.Created($"{SubmissionsApi.Path}/{call.Id}", call.View(now, response));
    }

    /// <summary>The one that is begun, or was when the same request came before.</summary>
    private static async Task<Call> OnceAsync(
        CallsDbContext db, Contributor contributor, string owner, CallForm form, string? key, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await MadeBeforeAsync(db, owner, key, cancellationToken) is { } made)
        {
            return made;
        }

        var call = Call.Start(owner, form, key, at);
        db.Calls.Add(call);
        db.Record(call, contributor, "started", at);
        return await db.TryCreateAsync(KeyIndex, cancellationToken) ? call : (await MadeBeforeAsync(db, owner, key, cancellationToken))!;
    }

    private static async Task<Call?> MadeBeforeAsync(CallsDbContext db, string owner, string? key, CancellationToken cancellationToken) =>
        key is null ? null : await db.Calls.Include(made => made.Steps).FirstOrDefaultAsync(made => made.Owner == owner && made.IdempotencyKey == key, cancellationToken);
}
