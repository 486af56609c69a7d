using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PfP.ServiceDefaults.Time;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>
/// Wakes this process's dispatcher when a transaction of this process has committed events. It says so here and not by NOTIFY, which takes a lock of
/// the whole server until its transaction is on disk, so that no two of them get there together. What another process has committed, or this one
/// right before it died, waits for the dispatcher to look by itself.
/// </summary>
internal sealed class OutboxSignal : ISaveChangesInterceptor, IDbTransactionInterceptor, IDisposable
{
    private readonly WakeUp dispatcher = new();

    /// <summary>Returns once something was committed, or when the time is over.</summary>
    public Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) => dispatcher.WaitAsync(timeout, cancellationToken);

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

    public void Dispose() => dispatcher.Dispose();

    private void Wake(DbContext? context)
    {
        if (context is ServiceDbContext { HasPublished: true } published)
        {
            published.HasPublished = false;
            dispatcher.Wake();
        }
    }
}
