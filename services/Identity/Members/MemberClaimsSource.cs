using Microsoft.EntityFrameworkCore;
using PfP.Identity.Data;
using PfP.Identity.Provider.Claims;

namespace PfP.Identity.Members;

/// <summary>What the Members module says of a person to the Provider, whenever that issues a token.</summary>
internal sealed class MemberClaimsSource(IdentityDbContext db, TimeProvider clock) : IMemberClaims
{
    private static readonly Func<IdentityDbContext, Guid, CancellationToken, Task<Member?>> Find = EF.CompileAsyncQuery(
        (IdentityDbContext db, Guid id, CancellationToken _) => db.Members.AsNoTracking().FirstOrDefault(member => member.Id == id));

    public async ValueTask<MemberClaims?> OfAsync(Guid sub, CancellationToken cancellationToken)
    {
        if (await Find(db, sub, cancellationToken) is not { } member)
        {
            return null;
        }

        var roles = member.RolesAt(clock.GetUtcNow());
        return new(member.Name, roles, roles.Count > 0 ? member.Entity : null, member.Language, member.TimeZone);
    }
}
