using System.Globalization;
using Npgsql;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.Benchmarks.Identity;

/// <summary>npm's oidc-provider on the same PostgreSQL.</summary>
internal static class PeerProvider
{
    public static async Task<ServerProcess> StartAsync(TestPostgres postgres, int connections)
    {
        var address = ServerProcess.FreeAddress();
        var database = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync());
        return await ServerProcess.NodeAsync(
            Path.Combine(Repository.Root, "tests/Benchmarks/Identity/peer.mjs"),
            [
                address.GetLeftPart(UriPartial.Authority),
                string.Create(CultureInfo.InvariantCulture, $"postgres://{database.Username}:{database.Password}@{database.Host}:{database.Port}/{database.Database}"),
                connections.ToString(CultureInfo.InvariantCulture),
                Registration.RedirectUri,
                Registration.Secret,
            ],
            new(address, "/.well-known/openid-configuration"));
    }
}
