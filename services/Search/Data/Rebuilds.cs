using Npgsql;

namespace PfP.Search.Data;

/// <summary>Rebuilds that operators asked for: the command writes the wish, the running service notes its progress.</summary>
internal sealed class Rebuilds(NpgsqlDataSource database, TimeProvider clock)
{
    private const long Turn = 0x5066502d52656275; // "PfP-Rebu"

    public async Task<Guid> RequestAsync(CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        await ExecuteAsync("insert into rebuild (id, requested_at) values ($1, $2)", cancellationToken, id, clock.GetUtcNow());
        return id;
    }

    /// <summary>All that wait or were interrupted; one rebuild answers them together.</summary>
    public async Task<Guid[]> OpenAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select coalesce(array_agg(id), '{}') from rebuild where finished_at is null");
        return (Guid[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public Task ReportAsync(Guid[] ids, int events, bool finished, CancellationToken cancellationToken) => ids.Length == 0
        ? Task.CompletedTask
        : ExecuteAsync(
            "update rebuild set started_at = coalesce(started_at, $2), events = $3, finished_at = case when $4 then $2 end where id = any($1)",
            cancellationToken, ids, clock.GetUtcNow(), events, finished);

    public async Task<RebuildProgress> ProgressAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select started_at is not null, finished_at is not null, events from rebuild where id = $1");
        command.Parameters.Add(new() { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new RebuildProgress(reader.GetBoolean(0), reader.GetBoolean(1), reader.GetInt32(2));
    }

    /// <summary>Until it is disposed of, no other process has it; null where another has.</summary>
    public async Task<IAsyncDisposable?> TryTakeTurnAsync(CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            // It ends with the transaction, which ends with the connection, also that of a process that was killed.
            await connection.BeginTransactionAsync(cancellationToken);
            await using var command = new NpgsqlCommand("select pg_try_advisory_xact_lock($1)", connection) { Parameters = { new() { Value = Turn } } };
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
            {
                return connection;
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new() { Value = parameter });
        }
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

internal sealed record RebuildProgress(bool Started, bool Finished, int Events);
