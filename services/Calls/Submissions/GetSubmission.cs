using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Calls.Data;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;

namespace PfP.Calls.Submissions;

internal static class GetSubmission
{
    public static async Task<Results<Ok<CallSubmission>, NotFound>> HandleAsync(
        Guid id, Contributor contributor, CallsDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken) =>
        await contributor.FindAsync(db, id, cancellationToken) is { } call ? TypedResults.Ok(call.View(clock.GetUtcNow(), response)) : TypedResults.NotFound();
}
