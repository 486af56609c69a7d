using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PfP.Contracts.Search.Api;
using PfP.Search.Data;
using PfP.ServiceDefaults;

namespace PfP.Search.SynonymGroups;

/// <summary>What every change of a group needs.</summary>
internal static class SynonymChanges
{
    /// <summary>Until the transaction ends no other group changes, so that what is read now still holds then.</summary>
    public static async Task<IDbContextTransaction> TakeTurnAsync(this SearchDbContext db, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select revision from synonym_state for update", cancellationToken);
        return transaction;
    }

    /// <returns>The group, tracked and as its editor saw it, or the answer that says why not.</returns>
    public static async Task<(SynonymGroup? Group, ProblemHttpResult? Outdated)> FindAsync(this SearchDbContext db, Guid id, IfMatch match, CancellationToken cancellationToken)
    {
        var group = await db.SynonymGroups.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        return group is not null && group.Version != match.Version ? (null, IfMatch.Outdated(group.Version)) : (group, null);
    }

    public static async Task SaveAsync(
        this SearchDbContext db, SynonymGroup group, Contributor by, string action, string[] fields, TimeProvider clock, IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        db.Audit.Add(new AuditRecord(clock.GetUtcNow(), by.Actor, action, group.Id, group.Version, fields));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>As the API answers with it, and its ETag.</summary>
    public static SynonymGroupResponse View(this SynonymGroup group, HttpResponse response)
    {
        response.Headers.ETag = IfMatch.TagOf(group.Version);
        return group.ToResponse();
    }
}
