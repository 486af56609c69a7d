using System.Net;
using PfP.Identity.Tests.Provider.Hosting;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.Identity.Tests.Accounts;

public sealed class OutageTests(IdentityHost host)
{
    /// <summary>Pages are left to the gateway, which says so in the reader's language; programs are told that it will pass.</summary>
    [Fact]
    public async Task Provider_WhoseDatabaseIsAway_IsUnavailable()
    {
        var server = await TestPostgres.StartAsync();
        var database = await server.CreateDatabaseAsync();
        await using var service = host.WithWebHostBuilder(builder => builder.UseSetting("ConnectionStrings:identity", database));
        using var visitor = new Visitor(service);
        visitor.Client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        using var site = new RelyingParty(service);
        await Eventually.TrueAsync(async () => (await visitor.GetAsync("/health/ready")).Status == HttpStatusCode.OK, "the service is ready", TimeSpan.FromMinutes(1));
        var form = await visitor.GetAsync("/account/sign-in");
        Assert.Equal(HttpStatusCode.OK, form.Status);

        await server.DisposeAsync();

        var pages = new[] { await visitor.GetAsync("/account/sign-in"), await visitor.GetAsync("/fr/account/sign-in"), await visitor.SubmitAsync(form, "sign-in", ("email", "member@example.org"), ("password", People.Password)) };
        Assert.All(pages, page => Assert.Equal((HttpStatusCode.ServiceUnavailable, ""), (page.Status, page.Html)));
        var refused = await site.RefreshAsync("any");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "503"), (refused.Status, refused.Text("status")));
    }
}
