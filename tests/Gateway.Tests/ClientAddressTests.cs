using PfP.Gateway.Tests.Hosting;

namespace PfP.Gateway.Tests;

public sealed class ClientAddressTests
{
    private static readonly (string, string)[] Claims =
    [
        ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Prefix", "/evil"),
        ("X-Forwarded-Client-Cert", "evil"), ("Forwarded", "for=203.0.113.9;host=evil.example"), ("X-Real-IP", "203.0.113.9"),
        ("X-User-Id", "administrator"), ("X_User_Id", "administrator"), ("X-User-Roles", "administrator"), ("X-Original-URL", "/admin"),
        ("X-Rewrite-URL", "/admin"), ("X-HTTP-Method-Override", "DELETE"), ("X-Auth-User", "administrator"), ("True-Client-IP", "203.0.113.9"),
        ("baggage", "user=administrator"),
    ];

    [Fact]
    public async Task SpoofedHeaders_FromAnybody_NeverReachAService()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        await gateway.GetAsync("/practices", Claims);

        var seen = Assert.Single(upstream.Seen);
        Assert.DoesNotContain(seen.Headers.Values, value => value.Contains("evil", StringComparison.Ordinal) || value.Contains("admin", StringComparison.Ordinal));
        Assert.DoesNotContain(seen.Headers.Values, value => value.Contains("203.0.113.9", StringComparison.Ordinal));
        Assert.Equal("127.0.0.1", seen.Headers["X-Forwarded-For"]);
        Assert.Equal("http", seen.Headers["X-Forwarded-Proto"]);
        Assert.Equal(gateway.Address.Authority, seen.Headers["X-Forwarded-Host"]);
    }

    [Fact]
    public async Task ForwardedAddress_FromAKnownProxy_IsTheClients()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, ("ForwardedHeaders:KnownProxies:0", "127.0.0.1"));

        var response = await gateway.GetAsync("/practices", ("X-Forwarded-For", "198.51.100.7, 203.0.113.9"), ("X-Forwarded-Proto", "https"));

        var seen = Assert.Single(upstream.Seen);
        Assert.Equal("203.0.113.9", seen.Headers["X-Forwarded-For"]);
        Assert.Equal("https", seen.Headers["X-Forwarded-Proto"]);
        Assert.True(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task ForwardedAddress_WhenOtherProxiesAreKnown_IsNotBelieved()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, ("ForwardedHeaders:KnownNetworks:0", "10.0.0.0/8"));

        await gateway.GetAsync("/practices", ("X-Forwarded-For", "203.0.113.9"));

        Assert.Equal("127.0.0.1", Assert.Single(upstream.Seen).Headers["X-Forwarded-For"]);
    }

    [Fact]
    public async Task Host_WhenNotConfigured_IsRefused()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, ("AllowedHosts", "pfp.example"));

        var refused = await gateway.GetAsync("/", ("Host", "evil.example"));
        var served = await gateway.GetAsync("/", ("Host", "pfp.example"));

        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Equal(200, (int)served.StatusCode);
        Assert.Equal("pfp.example", Assert.Single(upstream.Seen).Headers["X-Forwarded-Host"]);
    }

    [Fact]
    public async Task TraceId_FromOutside_IsNotTakenOver()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        await gateway.GetAsync("/practices", ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), ("tracestate", "evil=1"));

        var headers = Assert.Single(upstream.Seen).Headers;
        Assert.DoesNotContain("0af7651916cd43dd8448eb211c80319c", headers.GetValueOrDefault("traceparent", ""), StringComparison.Ordinal);
        Assert.DoesNotContain("tracestate", headers.Keys);
    }

    [Fact]
    public async Task Trace_OfARequest_GoesOnInTheServiceBehind()
    {
        using var listener = new System.Diagnostics.ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref System.Diagnostics.ActivityCreationOptions<System.Diagnostics.ActivityContext> _) => System.Diagnostics.ActivitySamplingResult.AllDataAndRecorded,
        };
        System.Diagnostics.ActivitySource.AddActivityListener(listener);
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        await gateway.GetAsync("/practices");

        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-01$", Assert.Single(upstream.Seen).Headers["traceparent"]);
    }
}
