using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PfP.Catalogue.Links;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;
using PfP.Testing.Identity;

namespace PfP.Catalogue.Tests.Links;

/// <summary>Links are visited, and lead nowhere but into the public web.</summary>
public sealed class LinkCheckerTests(LinkCheckerTests.Host host) : IClassFixture<LinkCheckerTests.Host>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/status/200", null)]
    [InlineData("/status/403", null)]
    [InlineData("/status/429", null)]
    [InlineData("/endless", null)]
    [InlineData("/round", null)]
    [InlineData("/other-scheme", "unreachable")]
    [InlineData("/gopher", "unreachable")]
    [InlineData("/status/404", "gone")]
    [InlineData("/status/410", "gone")]
    [InlineData("/status/503", "failing")]
    public async Task Link_IsAskedOnce_AndItsAnswerKept(string path, string? reason)
    {
        var url = host.Web.At($"{path}?once");
        await NameAsync($"asked{path.Replace('/', '-')}", url);

        await host.CheckAsync();
        await host.CheckAsync();

        var check = await host.InDatabaseAsync(db => db.LinkChecks.SingleAsync(check => check.Url == url, Cancellation));
        Assert.Equal((reason, reason is null ? 0 : 1), (check.Reason, check.Failures));
        Assert.Equal(path == "/round" ? 6 : 1, host.Web.Visits.Count(visit => visit == $"127.0.0.1{path}?once"));
    }

    [Theory]
    [InlineData("127.0.0.2")]
    [InlineData("127.2")]
    [InlineData("0177.0.0.2")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.2]")]
    [InlineData("2130706434")]
    [InlineData("0x7f.0.0.2")]
    public async Task Link_IntoThisMachine_IsNotVisited(string address)
    {
        var url = host.Web.At("/status/200", address);
        await NameAsync($"inside-{address.Trim('[', ']').Replace(':', '-').Replace('.', '-')}", url);

        await host.CheckAsync();

        var check = await host.InDatabaseAsync(db => db.LinkChecks.SingleAsync(check => check.Url == url, Cancellation));
        Assert.Null(check.AnsweredAt);
        Assert.DoesNotContain(host.Web.Visits, visit => !visit.StartsWith("127.0.0.1/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Redirect_IntoThisMachine_IsNotFollowed()
    {
        await NameAsync("redirect", host.Web.At("/inside"));

        await host.CheckAsync();

        Assert.Contains("127.0.0.1/inside", host.Web.Visits);
        Assert.DoesNotContain(host.Web.Visits, visit => visit.EndsWith("/secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Redirect_ToWhatIsNoWebAddress_IsNotFollowed_AlsoWhereAConnectionIsOpen()
    {
        await NameAsync("before", host.Web.At("/status/200?before", "localhost"));
        await host.CheckAsync();
        await NameAsync("gopher-after", host.Web.At("/gopher?after"));

        await host.CheckAsync();

        Assert.Contains("127.0.0.1/gopher?after", host.Web.Visits);
        Assert.DoesNotContain(host.Web.Visits, visit => visit.EndsWith("/gopher-hole", StringComparison.Ordinal));
    }

    // A name is resolved when it is connected to, and only what may be visited of its addresses is: so it cannot lead elsewhere a moment later.
    // This one is known to nobody but this resolver.
    [Fact]
    public async Task Name_IsConnectedToAtTheAddressesThatWereLookedAt()
    {
        await using var named = host.WithWebHostBuilder(builder => builder.ConfigureServices(services => services.AddSingleton<NameResolver>((name, cancellation) =>
            name == "pages.example" ? Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]) : Dns.GetHostAddressesAsync(name, cancellation))));
        await NameAsync("by-name", host.Web.At("/status/204", "pages.example"));

        await named.Services.GetRequiredService<LinkChecker>().CheckAsync(Cancellation);

        Assert.Equal(["127.0.0.1/status/204"], host.Web.Visits.Where(visit => visit.EndsWith("/204", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task DeadLink_IsShownToOwnerAndSecretariat_UntilItIsReplaced()
    {
        var url = host.Web.At("/status/410?dead");
        await NameAsync("dead", url);
        await host.CheckAsync();
        await DueAsync();
        await host.CheckAsync();

        var own = await AskAsync<OwnPractice>("own/practices/links-dead", "focal_point");
        var all = await AskAsync<Page<EntryDeadLink>>("dead-links", "moderator");

        Assert.Equal((url, "gone"), (Assert.Single(own.DeadLinks).Url, own.DeadLinks[0].Reason));
        Assert.Equal("links-dead", Assert.Single(all.Items, row => row.Link.Url == url).Entry.Slug);

        await NameAsync("dead", host.Web.At("/status/200?replaced"));
        await host.CheckAsync();

        Assert.Empty((await AskAsync<OwnPractice>("own/practices/links-dead", "focal_point")).DeadLinks);
        Assert.DoesNotContain((await AskAsync<Page<EntryDeadLink>>("dead-links", "moderator")).Items, row => row.Link.Url == url);
    }

    [Fact]
    public async Task Outage_OfOurOwnNetwork_BlamesNoLink()
    {
        await using var away = new Host { HasNetwork = false };
        await away.InitializeAsync();
        await away.ImportAsync(new { kind = "practice", key = "away", title = "Links away", links = new[] { new { url = "http://no-such-host.invalid/" } } });

        await away.CheckAsync();

        var check = await away.InDatabaseAsync(db => db.LinkChecks.SingleAsync(Cancellation));
        Assert.Equal((0, null), (check.Failures, check.Reason));
        Assert.True(check.NextAt > DateTimeOffset.UtcNow.AddMinutes(30));
    }

    [Fact]
    public async Task Production_WithAnAddressOfThisMachine_DoesNotStart()
    {
        await using var production = host.WithWebHostBuilder(builder => builder.UseEnvironment("Production"));

        var refusal = Assert.Throws<OptionsValidationException>(() => production.CreateClient());

        Assert.Contains("Links:Loopback", refusal.Message, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<PfP.Catalogue.Import.RowReport>> NameAsync(string key, string url) =>
        host.ImportAsync(new { kind = "practice", key = $"links-{key}", title = $"Links {key}", countries = new[] { "TV|lead" }, ownerCountry = "TV", links = new[] { new { url } } });

    private Task<int> DueAsync() => host.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"update link_checks set next_at = '2020-01-01Z' where failures > 0", Cancellation));

    private async Task<T> AskAsync<T>(string path, string role)
    {
        using var client = host.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Issuer.AccessToken(roles: [role], entity: "country:TV"));
        return (await client.GetFromJsonAsync<T>(new Uri($"/api/catalogue/{path}", UriKind.Relative), Cancellation))!;
    }

    /// <summary>A catalogue whose archive leads nowhere, so that no test visits the web.</summary>
    public sealed class Host() : ServiceHost<Program>("catalogue")
    {
        public bool HasNetwork { get; init; } = true;

        internal TestIssuer Issuer { get; private set; } = null!;

        internal LinkTarget Web { get; private set; } = null!;

        public override async ValueTask InitializeAsync()
        {
            Issuer = await TestIssuer.StartAsync();
            Web = await LinkTarget.StartAsync();
            Settings["ConnectionStrings:mail"] = "smtp://127.0.0.1:1";
            Settings["Authentication:Issuer"] = Issuer.Address;
            Settings["Links:Loopback"] = $"127.0.0.1:{Web.Port}";
            await base.InitializeAsync();
            await this.InDatabaseAsync(db => db.References.Where(reference => reference.Relation == "web").ExecuteDeleteAsync(Cancellation));
            await this.InDatabaseAsync(db => db.MigrationProfiles.ExecuteDeleteAsync(Cancellation));
            if (HasNetwork)
            {
                await this.ImportAsync(new { kind = "practice", key = "links-known", title = "Links known", links = new[] { new { url = Web.At("/status/200?known") } } });
                await CheckAsync();
            }
        }

        public Task<int> CheckAsync() => Services.GetRequiredService<LinkChecker>().CheckAsync(Cancellation);

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await Web.DisposeAsync();
            await Issuer.DisposeAsync();
        }
    }
}
