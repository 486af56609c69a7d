using Npgsql;
using NpgsqlTypes;
using PfP.Contracts.Search.Api;
using PfP.ServiceDefaults;

namespace PfP.Search.QueryCounts;

/// <summary>
/// Writes what was counted every few seconds, and forgets what is old. Counts are not worth waiting for: those that a write fails with, or that a
/// process is ended with, are lost.
/// </summary>
internal sealed class KeepCounts(QueryCounter counter, NpgsqlDataSource database, DatabaseState state, TimeProvider clock, ILogger<KeepCounts> logger) : BackgroundService
{
    private static readonly TimeSpan WriteEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(1);

    /// <summary>So long a text that hardly anybody asks for has to become one that is told.</summary>
    private const int DaysOfRareTexts = 30;

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var counts = counter.Take();
        if (counts.Count == 0)
        {
            return;
        }
        // In the order of the texts, so that replicas which write the same rows do not wait for each other crosswise.
        await using var command = database.CreateCommand(
            """
            insert into query_counts (text, day, asked, empty) select * from unnest($1, $2, $3, $4)
            on conflict (text, day) do update set asked = query_counts.asked + excluded.asked, empty = query_counts.empty + excluded.empty
            """);
        command.Parameters.Add(new() { Value = counts.Select(count => count.Text).ToArray() });
        command.Parameters.Add(new() { Value = counts.Select(count => count.Day).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = counts.Select(count => count.Asked).ToArray() });
        command.Parameters.Add(new() { Value = counts.Select(count => count.Empty).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>All counts after their time, and sooner those of texts that were never asked for often enough to be told.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await using var command = database.CreateCommand(
            """
            delete from query_counts where day < $1
            or text in (select text from query_counts group by text having sum(asked) < $2 and max(day) < $3)
            """);
        command.Parameters.Add(new() { Value = today.AddMonths(-QueryCountRules.MonthsKept) });
        command.Parameters.Add(new() { Value = QueryCountRules.Fewest });
        command.Parameters.Add(new() { Value = today.AddDays(-DaysOfRareTexts) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        state.RepeatAsync(WriteAsync, WriteEvery, TimeProvider.System, logger, stoppingToken),
        state.RepeatAsync(ForgetAsync, ForgetEvery, clock, logger, stoppingToken));
}
