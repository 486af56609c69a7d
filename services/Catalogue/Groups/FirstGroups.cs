using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;

namespace PfP.Catalogue.Groups;

/// <summary>Tells of the groups that a migration brought: SQL makes no events. Of several replicas one is first, and the others find it done.</summary>
internal sealed class FirstGroups(IServiceScopeFactory scopes)
{
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDbContext>();
        foreach (var group in await db.WorkingGroups.Where(group => group.PublicVersion == 0).ToListAsync(cancellationToken))
        {
            GroupPublication.Publish(db, group, await GroupNames.OfAsync(db, group, cancellationToken));
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
