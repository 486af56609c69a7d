using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.Calls.Replies;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;

namespace PfP.Calls.Calls;

internal static class GetCall
{
    public static async Task<Results<Ok<CallResponse>, NotFound, ValidationProblem>> HandleAsync(
        string slug, string? lang, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (AskedLanguage.Errors(lang) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        return await db.Calls.AsNoTracking().Include(call => call.Steps.OrderBy(step => step.At).ThenBy(step => step.Id)).FirstOrDefaultAsync(call => call.Slug == slug, cancellationToken) is { } call
            ? TypedResults.Ok(await db.WithRepliesAsync(CallResponses.Full(call, AskedLanguage.OrEnglish(lang), clock.GetUtcNow()), cancellationToken))
            : TypedResults.NotFound();
    }
}
