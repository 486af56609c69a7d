using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Options;
using Npgsql;
using PfP.Identity.Members.FirstStart;
using PfP.Testing;

namespace PfP.Identity.Tests.Members;

public sealed class FirstStartTests(IdentityHost host)
{
    [Fact]
    public async Task FirstAdministrator_WhenThereIsNone_IsInvited()
    {
        var mail = await host.Mail.NextAsync("secretariat@example.org");
        using var visitor = new Visitor(host);

        var page = await visitor.GetAsync(mail.Links.First().PathAndQuery);

        Assert.Contains("Administrator", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhoseDatabaseGoesAway_GoesOn()
    {
        await using var database = NpgsqlDataSource.Create(host.DatabaseConnectionString);
        await using var another = await database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var turn = new NpgsqlCommand($"select pg_advisory_lock({FirstStartService.Turn})", another);
        await turn.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var service = host.WithWebHostBuilder(_ => { });
        using var visitor = new Visitor(service);

        // Its connection ends while it waits for its turn: it comes back for it.
        await Eventually.TrueAsync(async () => await EndWaitingAsync() > 0, "it waits for its turn");
        await Eventually.TrueAsync(async () => await EndWaitingAsync() > 0, "it waits again");

        async Task<int> EndWaitingAsync()
        {
            await using var end = database.CreateCommand(
                $"""
                select count(pg_terminate_backend(pid))::int from pg_locks
                where locktype = 'advisory' and not granted and classid = {FirstStartService.Turn >> 32} and objid = {FirstStartService.Turn & uint.MaxValue}
                    and database = (select oid from pg_database where datname = current_database())
                """);
            return (int)(await end.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        }
    }

    [Fact]
    public void SampleAccounts_OutsideDevelopment_KeepTheServiceFromStarting()
    {
        using var production = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .UseEnvironment("Production")
            .UseSetting("ConnectionStrings:identity", host.DatabaseConnectionString)
            .UseSetting("ConnectionStrings:messaging", host.MessagingAddress)
            .UseSetting("SharedKeys:Secret", IdentityHost.KeySecret)
            .UseSetting("ConnectionStrings:mail", host.Mail.ConnectionString)
            .UseSetting("Members:SamplePassword", People.Password));

        var refusal = Assert.Throws<OptionsValidationException>(() => production.Server);

        Assert.Contains("development only", refusal.Message, StringComparison.Ordinal);
    }
}
