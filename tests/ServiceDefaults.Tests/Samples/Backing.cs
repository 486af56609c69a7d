using PfP.Testing.Servers;

namespace PfP.ServiceDefaults.Tests.Samples;

/// <summary>A database and a virtual host for one test.</summary>
internal sealed record Backing(string Database, string Messaging) : IAsyncDisposable
{
    public static async Task<Backing> NewAsync()
    {
        var database = (await TestPostgres.SharedAsync).CreateDatabaseAsync();
        var messaging = (await TestRabbit.SharedAsync).CreateVirtualHostAsync();
        return new(await database, await messaging);
    }

    public async ValueTask DisposeAsync()
    {
        await (await TestPostgres.SharedAsync).DropDatabaseAsync(Database);
        await (await TestRabbit.SharedAsync).DropVirtualHostAsync(Messaging);
    }
}
