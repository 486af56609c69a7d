using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>
/// Wakes this process's dispatcher when a transaction of this process has committed events. It says so here and not by NOTIFY, which takes a lock of
/// the whole server until its transaction is on disk, so that no two of them get there together. What another process has committed, or this one
/// right before it died, waits for the dispatcher to look by itself.
/// </summary>
internal sealed class OutboxSignal : ISaveChangesInterceptor, IDbTransactionInterceptor, IDisposable
{
    private readonly SemaphoreSlim pending = new(0);

    /// <summary>Returns once something was committed, or when the time is over.</summary>
    public Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) =>
        pending.WaitAsync(timeout > TimeSpan.Zero ? timeout : TimeSpan.Zero, cancellationToken);

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        // Inside a transaction nobody sees it yet.
        if (eventData.Context?.Database.CurrentTransaction is null)
        {
            Wake(eventData.Context);
        }

        return new(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Wake(eventData.Context);
        return Task.CompletedTask;
    }

    public void Dispose() => pending.Dispose();

    private void Wake(DbContext? context)
    {
        if (context is not ServiceDbContext { HasPublished: true } published)
        {
            return;
        }

        published.HasPublished = false;
        // Two at the same moment may both pass: one more look than needed.
        if (pending.CurrentCount == 0)
        {
            pending.Release();
        }
    }
}
