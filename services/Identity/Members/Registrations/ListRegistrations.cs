using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Registrations;

internal static class ListRegistrations
{
    /// <param name="state">waiting where it is left out; nobody sees what has not been confirmed.</param>
    public static async Task<Results<Ok<Page<RegistrationResponse>>, ValidationProblem>> HandleAsync(
        string? state, [AsParameters] Paging paging, IdentityDbContext db, CancellationToken cancellationToken)
    {
        var errors = paging.Errors();
        if (MemberStates.Parse(state ?? "waiting") is not { } wanted || wanted == MemberState.Unconfirmed)
        {
            errors["state"] = ["state must be waiting, approved, refused or ended."];
            return TypedResults.ValidationProblem(errors);
        }

        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var members = db.Members.AsNoTracking().Where(member => member.State == wanted);
        var total = await members.CountAsync(cancellationToken);
        var page = await members.OrderBy(member => member.RegisteredAt).ThenBy(member => member.Id).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<RegistrationResponse>(total, paging.Number, paging.Size, [.. page.Select(RegistrationResponses.Of)]));
    }
}
