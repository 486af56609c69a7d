using Npgsql;

namespace PfP.Testing;

/// <summary>A message that a service could not handle, as its database keeps it.</summary>
public static class FailedMessage
{
    public static async Task AddAsync(string connectionString, string body, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var insert = source.CreateCommand("insert into dead_letters (id, queue, body) values ($1, 'a-queue', $2)");
        insert.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        insert.Parameters.Add(new() { Value = body });
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }
}
