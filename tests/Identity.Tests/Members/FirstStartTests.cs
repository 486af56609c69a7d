using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Options;

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
    public void SampleAccounts_OutsideDevelopment_KeepTheServiceFromStarting()
    {
        using var production = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .UseEnvironment("Production")
            .UseSetting("ConnectionStrings:identity", host.DatabaseConnectionString)
            .UseSetting("ConnectionStrings:messaging", host.MessagingAddress)
            .UseSetting("ConnectionStrings:mail", host.Mail.ConnectionString)
            .UseSetting("Members:SamplePassword", People.Password));

        var refusal = Assert.Throws<OptionsValidationException>(() => production.Server);

        Assert.Contains("development only", refusal.Message, StringComparison.Ordinal);
    }
}
