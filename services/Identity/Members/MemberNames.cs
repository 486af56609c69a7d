using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;

namespace PfP.Identity.Members;

internal static class MemberNames
{
    public static async Task<IReadOnlyDictionary<Guid, MemberName>> NamesAsync(this IdentityDbContext db, IEnumerable<Guid?> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.OfType<Guid>().Distinct().ToArray();
        return await db.Members.AsNoTracking().Where(member => wanted.Contains(member.Id))
            .Select(member => new MemberName(member.Id, member.Name, member.Affiliation.Country, member.Affiliation.Organisation))
            .ToDictionaryAsync(name => name.Id, cancellationToken);
    }

    /// <summary>Null for somebody who has left.</summary>
    public static MemberName? Of(this IReadOnlyDictionary<Guid, MemberName> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
}
