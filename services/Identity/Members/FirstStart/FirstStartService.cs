using Npgsql;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.FirstStart;

/// <summary>Lets somebody in where nobody can be yet. Replicas that start together take turns.</summary>
internal sealed class FirstStartService(IServiceScopeFactory scopes, DatabaseState state, NpgsqlDataSource database, ILogger<FirstStartService> logger) : BackgroundService
{
    /// <summary>Its advisory lock.</summary>
    public const long Turn = 0x5046505F4649;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => state.DoOnceAsync(LetInAsync, RetryAfter, logger, stoppingToken);

    private async Task LetInAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // However long the others take: a replica that gave up here would end.
        await using var turn = new NpgsqlCommand($"select pg_advisory_xact_lock({Turn})", connection, transaction) { CommandTimeout = 0 };
        await turn.ExecuteNonQueryAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().InviteAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<SampleAccounts>().AddAsync(cancellationToken);
    }
}
