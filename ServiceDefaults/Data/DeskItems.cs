using Npgsql;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;

namespace PfP.ServiceDefaults;

/// <summary>What waits in a service for whoever reads it.</summary>
public static class DeskItems
{
    /// <summary>A page of it, the oldest first.</summary>
    /// <param name="waiting">How a statement begins that says what waits: <c>with waiting (kind, id, title, since, next) as (…)</c>.</param>
    /// <param name="parameters">Those that it names, made anew for each command.</param>
    public static async Task<Page<DeskItem>> DeskItemsAsync(
        this NpgsqlDataSource database, string waiting, Func<NpgsqlParameter[]> parameters, Paging paging, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(paging);
        await using var count = database.CreateCommand($"{waiting} select count(*)::int from waiting");
        count.Parameters.AddRange(parameters());
        var total = (int)(await count.ExecuteScalarAsync(cancellationToken))!;
        NpgsqlParameter[] all = [.. parameters(), new() { Value = paging.Skipped }, new() { Value = paging.Size }];
        await using var list = database.CreateCommand(
            $"{waiting} select kind, id, title, since, next from waiting order by since, id, kind offset ${all.Length - 1} limit ${all.Length}");
        list.Parameters.AddRange(all);
        var items = new List<DeskItem>();
        await using var rows = await list.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            items.Add(new(rows.GetString(0), rows.GetGuid(1), rows.GetString(2), rows.GetFieldValue<DateTimeOffset>(3), rows.GetString(4)));
        }

        return new(total, paging.Number, paging.Size, items);
    }
}
