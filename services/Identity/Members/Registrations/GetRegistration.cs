using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Registrations;

internal static class GetRegistration
{
    public static async Task<Results<Ok<RegistrationResponse>, NotFound>> HandleAsync(Guid id, IdentityDbContext db, HttpResponse response, CancellationToken cancellationToken)
    {
        var member = await db.Members.AsNoTracking().FirstOrDefaultAsync(member => member.Id == id && member.State != MemberState.Unconfirmed, cancellationToken);
        if (member is null)
        {
            return TypedResults.NotFound();
        }

        response.Headers.ETag = IfMatch.TagOf(member.Version);
        return TypedResults.Ok(RegistrationResponses.Of(member));
    }
}
