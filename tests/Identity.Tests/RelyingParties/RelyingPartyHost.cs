using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Identity.Data;
using PfP.Identity.Members;
using PfP.Identity.Tests.Provider.Hosting;
using PfP.Testing;
using PfP.Testing.Mail;
using PfP.Testing.Servers;

namespace PfP.Identity.Tests.RelyingParties;

/// <summary>The service on a real port, with the sample accounts of development.</summary>
public sealed class RelyingPartyHost() : ServiceHost<Program>("identity")
{
    private readonly SmtpSink mail = new();
    private readonly int port = LocalServer.FreePort();

    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");

    public override async ValueTask InitializeAsync()
    {
        Settings["ConnectionStrings:mail"] = mail.ConnectionString;
        Settings["SharedKeys:Secret"] = IdentityHost.KeySecret;
        Settings["Issuer"] = Address;
        Settings["Authentication:Issuer"] = Address;
        Settings["Members:SamplePassword"] = People.Password;
        TestClient.Register(Settings, "http://localhost:9");
        UseKestrel(port);
        await base.InitializeAsync();
    }

    /// <summary>Sample accounts are made in the background, once the tables are there.</summary>
    public Task WaitForMemberAsync(string email, CancellationToken cancellationToken) => Eventually.TrueAsync(
        async () =>
        {
            await using var scope = Services.CreateAsyncScope();
            var members = scope.ServiceProvider.GetRequiredService<IdentityDbContext>().Members;
            return await members.AnyAsync(member => member.Email == email && member.State == MemberState.Approved, cancellationToken);
        },
        $"there is {email}");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await mail.DisposeAsync();
    }
}
