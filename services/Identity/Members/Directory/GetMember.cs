using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.Identity.Members.Introductions;

namespace PfP.Identity.Members.Directory;

internal static class GetMember
{
    public static async Task<Results<Ok<MemberProfile>, NotFound>> HandleAsync(
        Guid id, Reader reader, IdentityDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var visible = id == reader.Id ? db.Members.CurrentAt(now) : db.Members.FoundBy(reader, now);
        return await visible.AsNoTracking().FirstOrDefaultAsync(member => member.Id == id, cancellationToken) is { } member
            ? TypedResults.Ok(MemberViews.Profile(member, reader, await LinkAsync(id, reader, db, cancellationToken)))
            : TypedResults.NotFound();
    }

    private static Task<IntroductionLink?> LinkAsync(Guid id, Reader reader, IdentityDbContext db, CancellationToken cancellationToken) => db.Introductions.Between(reader.Id, id)
        .Where(introduction => introduction.State == Introduction.Open || introduction.State == IntroductionAnswers.Accepted)
        .OrderByDescending(introduction => introduction.State == Introduction.Open).ThenByDescending(introduction => introduction.Id)
        .Select(introduction => new IntroductionLink(introduction.Id, introduction.State, introduction.ToId == reader.Id, introduction.ThreadId))
        .FirstOrDefaultAsync(cancellationToken);
}
