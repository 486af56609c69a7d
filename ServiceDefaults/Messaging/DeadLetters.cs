using System.Text;
using Npgsql;
using PfP.ServiceDefaults.Messaging;

namespace PfP.ServiceDefaults;

/// <summary>A message that kept failing.</summary>
/// <param name="Queue">The queue it failed on, and goes back to.</param>
/// <param name="Body">As it was delivered.</param>
public sealed record DeadLetter(
    Guid Id, string Queue, Guid? MessageId, string? EventType, string Body, string? Error, DateTimeOffset FailedAt, DateTimeOffset? ReplayedAt);

/// <summary>The messages that this service could not handle; kept 30 days.</summary>
public sealed class DeadLetters
{
    private readonly NpgsqlDataSource database;
    private readonly BrokerConnection broker;

    internal DeadLetters(NpgsqlDataSource database, BrokerConnection broker) => (this.database, this.broker) = (database, broker);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{Select} order by failed_at desc, id limit $1");
        command.Parameters.AddWithValue(limit);
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>Puts a message back on its queue under its old id; false where there is none with this <paramref name="id"/>.</summary>
    public async Task<bool> ReplayAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand($"{Select} where id = $1");
        select.Parameters.AddWithValue(id);
        if (await ReadAsync(select, cancellationToken) is not [var letter])
        {
            return false;
        }

        await using (var channel = await broker.OpenChannelAsync(cancellationToken))
        {
            var properties = Envelope.Properties(letter.MessageId ?? letter.Id, traceparent: null);
            await channel.BasicPublishAsync("", letter.Queue, mandatory: true, properties, Encoding.UTF8.GetBytes(letter.Body), cancellationToken);
        }

        await using var update = database.CreateCommand("update dead_letters set replayed_at = now() where id = $1");
        update.Parameters.AddWithValue(id);
        await update.ExecuteNonQueryAsync(CancellationToken.None);
        return true;
    }

    internal async Task AddAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            insert into dead_letters (id, queue, message_id, event_type, body, error) values ($1, $2, $3, $4, $5, $6) on conflict do nothing
            """);
        command.Parameters.AddWithValue(letter.Id);
        command.Parameters.AddWithValue(letter.Queue);
        command.Parameters.AddWithValue((object?)letter.MessageId ?? DBNull.Value);
        command.Parameters.AddWithValue((object?)letter.EventType ?? DBNull.Value);
        command.Parameters.AddWithValue(letter.Body);
        command.Parameters.AddWithValue((object?)letter.Error ?? DBNull.Value);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private const string Select = "select id, queue, message_id, event_type, body, error, failed_at, replayed_at from dead_letters";

    private static async Task<List<DeadLetter>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var letters = new List<DeadLetter>();
        while (await reader.ReadAsync(cancellationToken))
        {
            letters.Add(new(
                reader.GetGuid(0),
                reader.GetString(1),
                reader.GetValue(2) as Guid?,
                reader.GetValue(3) as string,
                reader.GetString(4),
                reader.GetValue(5) as string,
                await reader.GetFieldValueAsync<DateTimeOffset>(6, cancellationToken),
                reader.GetValue(7) is DateTime replayed ? new DateTimeOffset(replayed) : null));
        }

        return letters;
    }
}
