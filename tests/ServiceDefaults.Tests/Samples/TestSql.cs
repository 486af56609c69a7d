using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace PfP.ServiceDefaults.Tests.Samples;

internal static class TestSql
{
    public static async Task<object?> ScalarAsync(IServiceProvider services, string sql)
    {
        await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is { } value and not DBNull ? value : null;
    }
}
