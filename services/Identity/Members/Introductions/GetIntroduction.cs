using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Introductions;

internal static class GetIntroduction
{
    public static async Task<Results<Ok<IntroductionResponse>, NotFound>> HandleAsync(
        Guid id, Reader reader, IdentityDbContext db, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await db.Introductions.AsNoTracking().Of(reader.Id).FirstOrDefaultAsync(introduction => introduction.Id == id, cancellationToken) is not { } introduction)
        {
            return TypedResults.NotFound();
        }

        response.Headers.ETag = IfMatch.TagOf(introduction.Version);
        return TypedResults.Ok(await db.ViewAsync(introduction, reader, cancellationToken));
    }
}
