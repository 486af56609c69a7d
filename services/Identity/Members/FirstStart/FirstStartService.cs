using Npgsql;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.FirstStart;

/// <summary>Lets somebody in where nobody can be yet. Replicas that start together take turns.</summary>
internal sealed class FirstStartService(IServiceScopeFactory scopes, DatabaseState state, NpgsqlDataSource database) : BackgroundService
{
    private const long Turn = 0x5046505F4649;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WaitAsync(stoppingToken);
        await using var connection = await database.OpenConnectionAsync(stoppingToken);
        await using var transaction = await connection.BeginTransactionAsync(stoppingToken);
        // However long the others take: a replica that gave up here would end.
        await using var turn = new NpgsqlCommand($"select pg_advisory_xact_lock({Turn})", connection, transaction) { CommandTimeout = 0 };
        await turn.ExecuteNonQueryAsync(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().InviteAsync(stoppingToken);
        await scope.ServiceProvider.GetRequiredService<SampleAccounts>().AddAsync(stoppingToken);
    }
}
