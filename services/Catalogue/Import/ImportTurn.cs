using Npgsql;

namespace PfP.Catalogue.Import;

/// <summary>One import at a time, over all processes: an advisory lock, which a kill frees too.</summary>
internal sealed class ImportTurn : IAsyncDisposable
{
    private const long LockKey = 0x5046505F494D50;

    private readonly NpgsqlConnection connection;

    private ImportTurn(NpgsqlConnection connection) => this.connection = connection;

    /// <summary>Waits for the import that is running, if there is one.</summary>
    public static async Task<ImportTurn> TakeAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"select pg_advisory_lock({LockKey})", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new ImportTurn(connection);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Closing alone would leave the lock with the pooled connection.
            await using var command = new NpgsqlCommand($"select pg_advisory_unlock({LockKey})", connection);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            // The server went away meanwhile, and the lock with it.
        }

        await connection.DisposeAsync();
    }
}
