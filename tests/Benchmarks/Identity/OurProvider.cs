using Npgsql;
using PfP.Testing;
using PfP.Testing.Mail;
using PfP.Testing.Servers;

namespace PfP.Benchmarks.Identity;

/// <summary>The identity service as `./pfp up` builds it.</summary>
internal static class OurProvider
{
    public static async Task<ServerProcess> StartAsync(TestPostgres postgres, TestRabbit rabbit, SmtpSink mail, int connections)
    {
        var address = ServerProcess.FreeAddress();
        var database = await postgres.CreateDatabaseAsync();
        var settings = Settings(address.GetLeftPart(UriPartial.Authority));
        settings["ConnectionStrings__identity"] = new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = connections }.ConnectionString;
        settings["ConnectionStrings__messaging"] = await rabbit.CreateVirtualHostAsync();
        settings["ConnectionStrings__mail"] = mail.ConnectionString;
        await AddSampleAccountsAsync(address, database, settings);
        return await ServerProcess.DotnetAsync(address, Assembly, [], settings);
    }

    // It runs from its own folder, where its pages' files are.
    private static string Assembly =>
        Path.Combine(AppContext.BaseDirectory.Replace("/tests/Benchmarks/", "/services/Identity/", StringComparison.Ordinal), "PfP.Identity.dll");

    private static Dictionary<string, string> Settings(string issuer) => new()
    {
        ["Issuer"] = issuer,
        ["Authentication__Issuer"] = issuer,
        ["SharedKeys__Secret"] = "only for this run, and as long as it has to be",
        [$"Clients__{Registration.Site}__Secret"] = Registration.Secret,
        [$"Clients__{Registration.Site}__Audience"] = "pfp",
        [$"Clients__{Registration.Site}__RedirectUris__0"] = Registration.RedirectUri,
        [$"Clients__{Registration.Site}__Scopes__0"] = "openid",
        [$"Clients__{Registration.Site}__Scopes__1"] = "profile",
        [$"Clients__{Registration.Site}__Scopes__2"] = "offline_access",
        [$"Clients__{Registration.Machine}__Secret"] = Registration.Secret,
        [$"Clients__{Registration.Machine}__Audience"] = "pfp",
        [$"Clients__{Registration.Machine}__Grants__0"] = "client_credentials",
        [$"Clients__{Registration.Machine}__Roles__0"] = "moderator",
    };

    // There are sample accounts in development only: a first run leaves them in the database.
    private static async Task AddSampleAccountsAsync(Uri address, string database, Dictionary<string, string> settings)
    {
        var development = new Dictionary<string, string>(settings) { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Members__SamplePassword"] = Registration.Password };
        await using var first = await ServerProcess.DotnetAsync(address, Assembly, [], development);
        await using var source = NpgsqlDataSource.Create(database);
        await Eventually.TrueAsync(
            async () =>
            {
                await using var command = source.CreateCommand("select exists (select from members.members where email = $1)");
                command.Parameters.Add(new() { Value = Registration.Email });
                return await command.ExecuteScalarAsync() is true;
            },
            $"there is {Registration.Email}");
    }
}
