namespace PfP.ServiceDefaults;

/// <summary>Whether this service's database is reachable and its schema up to date.</summary>
public sealed class DatabaseState
{
    private readonly TaskCompletionSource migrated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True once all migrations have been applied.</summary>
    public bool IsMigrated => migrated.Task.IsCompletedSuccessfully;

    /// <summary>Background work that needs the tables waits here: at start the database may not be there yet.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => migrated.Task.WaitAsync(cancellationToken);

    internal void Migrated() => migrated.TrySetResult();
}
