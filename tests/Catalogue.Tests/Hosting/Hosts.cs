using PfP.Catalogue.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Identity;
using PfP.Testing.Mail;

[assembly: AssemblyFixture(typeof(ArchiveHost))]
[assembly: AssemblyFixture(typeof(CatalogueHost))]

namespace PfP.Catalogue.Tests.Hosting;

/// <summary>The catalogue with GFMD's archive and nothing else: for tests that only read.</summary>
public sealed class ArchiveHost() : ServiceHost<Program>("catalogue")
{
    public override ValueTask InitializeAsync()
    {
        Settings["ConnectionStrings:mail"] = "smtp://127.0.0.1:1";
        return base.InitializeAsync();
    }
}

/// <summary>The catalogue for tests that write: each works on entries of its own, by keys that no other test uses.</summary>
public sealed class CatalogueHost() : ServiceHost<Program>("catalogue")
{
    internal PublishedEvents Published { get; private set; } = null!;

    internal TestIssuer Issuer { get; private set; } = null!;

    internal SmtpSink Mail { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        Issuer = await TestIssuer.StartAsync();
        Settings["Authentication:Issuer"] = Issuer.Address;
        Settings["ConnectionStrings:mail"] = Mail.ConnectionString;
        await base.InitializeAsync();
        Published = await PublishedEvents.ListenAsync(MessagingAddress, "catalogue", TestContext.Current.CancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await Published.DisposeAsync();
        await base.DisposeAsync();
        await Mail.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}
