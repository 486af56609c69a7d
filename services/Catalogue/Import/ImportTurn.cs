using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;

namespace PfP.Catalogue.Import;

/// <summary>One import at a time, over all processes: an advisory lock held by the context's connection, freed even by a kill.</summary>
internal sealed class ImportTurn(CatalogueDbContext db) : IAsyncDisposable
{
    private const long LockKey = 0x5046505F494D50;

    public static async Task<ImportTurn> TakeAsync(CatalogueDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_lock({LockKey})", cancellationToken);
        return new ImportTurn(db);
    }

    public async ValueTask DisposeAsync()
    {
        // Closing returns the connection to the pool, which resets it and so frees the lock; nothing to do where it broke.
        await db.Database.CloseConnectionAsync();
    }
}
