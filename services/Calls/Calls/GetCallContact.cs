using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Calls.Data;
using PfP.Contracts.Calls.Api;

namespace PfP.Calls.Calls;

internal static class GetCallContact
{
    public static async Task<Results<Ok<CallContact>, NotFound>> HandleAsync(string slug, CallsDbContext db, CancellationToken cancellationToken) =>
        await db.CallAsync(slug, cancellationToken) is { Form.Contact: { Name: { } name, Email: { } email } }
            ? TypedResults.Ok(new CallContact(name.Trim(), email.Trim()))
            : TypedResults.NotFound();
}
