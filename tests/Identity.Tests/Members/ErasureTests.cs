using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;

namespace PfP.Identity.Tests.Members;

public sealed class ErasureTests(IdentityHost host)
{
    [Fact]
    public async Task Member_WhoDeletesTheAccount_LeavesNothingButAnId()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);
        await visitor.SetUpAsync(host);
        var member = await host.MemberAsync(email);

        var mismatch = await visitor.SubmitAsync("/account/data", "delete", ("confirmation", "somebody@example.org"));
        var answer = await visitor.SubmitAsync("/account/data", "delete", ("confirmation", email));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (mismatch.Status, answer.Status));
        Assert.Equal(member.Version + 1, (await host.Published.OneAsync<MemberErased>(erased => erased.MemberId == member.Id)).Version);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SignInAsync(email)).Status);
        Assert.Empty(await TablesWithAsync(email));
        Assert.Equal(["security_events"], await TablesWithAsync(member.Id.ToString()));
    }

    [Fact]
    public async Task Export_HoldsWhatIsKnownAndNoSecret()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);

        var export = await visitor.GetAsync("/account/data/export");

        using var data = JsonDocument.Parse(export.Html);
        Assert.Equal(email, data.RootElement.GetProperty("account").GetProperty("email").GetString());
        Assert.Equal("approved", data.RootElement.GetProperty("member").GetProperty("state").GetString());
        Assert.NotEmpty(data.RootElement.GetProperty("sessions").EnumerateArray());
        Assert.NotEmpty(data.RootElement.GetProperty("securityLog").EnumerateArray());
        Assert.DoesNotContain("passwordHash", export.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("stamp", export.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Profile_WhenChanged_TellsWhoeverWritesToTheMember()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);
        var member = await host.MemberAsync(email);

        await visitor.SubmitAsync("/account", "profile", ("name", "Another Name"), ("language", "es"), ("zone", "Africa/Dakar"), ("email", "else@example.org"), ("entity", "country:FR"));

        var changed = await host.Published.OneAsync<MemberContactChanged>(changed => changed.MemberId == member.Id);
        Assert.Equal(new MemberContact("Another Name", email, "es", "Africa/Dakar"), changed.Contact);
        Assert.Equal(member.Entity, (await host.MemberAsync(email)).Entity);
    }

    // Looks through every column of every table, outbox and deliveries included.
    private Task<List<string>> TablesWithAsync(string text) => host.InDatabaseAsync(async db =>
    {
        var tables = await db.Database.SqlQuery<string>(
            $"select table_schema || '.' || table_name as \"Value\" from information_schema.tables where table_schema in ('public', 'provider', 'members') and table_type = 'BASE TABLE'")
            .ToListAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        foreach (var table in tables.Where(table => table != "public.outbox"))
        {
            var sql = $"select exists (select 1 from {table} as row where row::text ilike '%' || {{0}} || '%') as \"Value\"";
            if (await db.Database.SqlQueryRaw<bool>(sql, text).SingleAsync(TestContext.Current.CancellationToken))
            {
                found.Add(table.Split('.')[1]);
            }
        }

        return found;
    });
}
