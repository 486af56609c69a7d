using Npgsql;
using PfP.Testing;

namespace PfP.Identity.Tests.Provider.Hosting;

/// <summary>Keeps the codes locked for a while, so that those who want to redeem one meet.</summary>
internal static class CodeLocks
{
    private const string Waiting =
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%authorization_codes%'";

    /// <summary>Locks all codes until the connection, which is none of the service's own, is closed.</summary>
    public static async Task<NpgsqlConnection> HoldCodesAsync(this IdentityHost host)
    {
        var connection = await OpenAsync(host);
        await using var command = new NpgsqlCommand("begin; select from provider.authorization_codes for update", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public static async Task RedemptionsWaitAsync(this IdentityHost host, int atLeast)
    {
        await using var connection = await OpenAsync(host);
        await using var count = new NpgsqlCommand(Waiting, connection);
        await Eventually.TrueAsync(
            async () => (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))! >= atLeast, $"{atLeast} redemptions wait");
    }

    private static async Task<NpgsqlConnection> OpenAsync(IdentityHost host)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(host.DatabaseConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
