using System.Net.Http.Json;
using System.Text.Json;
using PfP.Gateway.Tests.Hosting;

namespace PfP.Gateway.Tests;

public sealed class RateLimitsTests
{
    private static readonly (string, string)[] TwoAnHour =
    [
        ("RateLimits:General:Burst", "2"), ("RateLimits:General:PerPeriod", "2"), ("RateLimits:General:Period", "01:00:00"),
        ("RateLimits:Suggest:Burst", "3"), ("RateLimits:Suggest:PerPeriod", "3"), ("RateLimits:Suggest:Period", "01:00:00"),
        ("ForwardedHeaders:KnownProxies:0", "127.0.0.1"),
    ];

    [Fact]
    public async Task Client_WhoExceedsTheLimit_IsToldWhenToComeBack()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, TwoAnHour);

        await gateway.GetAsync("/api/catalogue/practices");
        await gateway.GetAsync("/practices");
        var refused = await gateway.GetAsync("/api/catalogue/practices");

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 3600);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(429, problem.GetProperty("status").GetInt32());
        Assert.Equal(2, upstream.Seen.Count);
    }

    [Fact]
    public async Task Reader_WhoExceedsTheLimit_GetsAPageWithItsStylesheet()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, TwoAnHour);

        await gateway.GetAsync("/fr/practices");
        await gateway.GetAsync("/fr/practices");
        var refused = await gateway.GetAsync("/fr/practices", ("Accept", "text/html"));
        var stylesheet = await gateway.GetAsync("/.gateway/error.css");

        Assert.Equal(429, (int)refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<html lang=\"fr\">", page, StringComparison.Ordinal);
        Assert.Contains("Trop de demandes", page, StringComparison.Ordinal);
        Assert.Equal(200, (int)stylesheet.StatusCode);
    }

    [Fact]
    public async Task SignIns_BegunWithoutEnd_AreLimitedApart()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, ("RateLimits:SignIn:Burst", "2"), ("RateLimits:SignIn:PerPeriod", "2"), ("RateLimits:SignIn:Period", "01:00:00"));

        await gateway.GetAsync("/bff/login");
        await gateway.GetAsync("/bff/login");

        Assert.Equal(429, (int)(await gateway.GetAsync("/bff/login")).StatusCode);
        Assert.Equal(200, (int)(await gateway.GetAsync("/bff/user")).StatusCode);
        Assert.Equal(200, (int)(await gateway.GetAsync("/practices")).StatusCode);
    }

    [Fact]
    public async Task Reports_OfOneClient_AreLimitedApart_InEveryLanguage()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, ("RateLimits:Report:Burst", "2"), ("RateLimits:Report:PerPeriod", "2"), ("RateLimits:Report:Period", "01:00:00"));

        var statuses = new List<int>();
        foreach (var path in new[] { "/report", "/fr/report?about=/practices/x", "/es/report", "/report/" })
        {
            statuses.Add((int)(await gateway.SendAsync(HttpMethod.Post, path)).StatusCode);
        }

        Assert.Equal([200, 200, 429, 429], statuses);
        Assert.Equal(2, upstream.Seen.Count(seen => seen.Method == "POST"));
        Assert.Equal(200, (int)(await gateway.GetAsync("/report")).StatusCode);
        Assert.Equal(200, (int)(await gateway.GetAsync("/practices")).StatusCode);
    }

    [Theory]
    [InlineData("/calls/partners/reply")]
    [InlineData("/fr/calls/partners/reply/")]
    [InlineData("/calls/reply?token=x")]
    [InlineData("/api/calls/partners/guest-replies")]
    [InlineData("/api/calls/replies/guest?token=x")]
    public async Task RepliesOfGuests_AreLimitedAsReportsAre(string path)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, ("RateLimits:Report:Burst", "2"), ("RateLimits:Report:PerPeriod", "2"), ("RateLimits:Report:Period", "01:00:00"));

        var statuses = new List<int>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            statuses.Add((int)(await gateway.SendAsync(HttpMethod.Post, path)).StatusCode);
        }

        Assert.Equal([200, 200, 429], statuses);
        Assert.Equal(200, (int)(await gateway.GetAsync("/calls/partners/reply")).StatusCode);
    }

    [Fact]
    public async Task Limit_OfOneClient_DoesNotTouchAnother()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, TwoAnHour);

        async Task<string> AskAsync(params string[] addresses)
        {
            var statuses = new List<int>();
            foreach (var address in addresses)
            {
                statuses.Add((int)(await gateway.GetAsync("/practices", ("X-Forwarded-For", address))).StatusCode);
            }

            return string.Join(' ', statuses);
        }

        Assert.Equal("200 200 429", await AskAsync("198.51.100.1", "198.51.100.1", "198.51.100.1"));
        Assert.Equal("200", await AskAsync("198.51.100.2"));

        // One /64 is one client, so that nobody escapes by walking through the addresses of his own network.
        Assert.Equal("200 200 429", await AskAsync("2001:db8::1", "2001:db8::2", "2001:db8::3"));
        Assert.Equal("200", await AskAsync("2001:db8:0:1::1"));
    }

    [Fact]
    public async Task Suggestions_HaveAnAllowanceOfTheirOwn()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, TwoAnHour);

        var statuses = new List<int>();
        for (var typed = 0; typed < 4; typed++)
        {
            statuses.Add((int)(await gateway.GetAsync($"/api/search/suggest?q={typed}")).StatusCode);
        }

        Assert.Equal([200, 200, 200, 429], statuses);
        Assert.Equal(200, (int)(await gateway.GetAsync("/practices")).StatusCode);
    }

    [Fact]
    public async Task SpoofedAddress_DoesNotEscapeTheLimit()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, [.. TwoAnHour, ("ForwardedHeaders:KnownProxies:0", "10.0.0.1")]);

        var statuses = new List<int>();
        for (var request = 0; request < 3; request++)
        {
            statuses.Add((int)(await gateway.GetAsync("/practices", ("X-Forwarded-For", $"198.51.100.{request}"))).StatusCode);
        }

        Assert.Equal([200, 200, 429], statuses);
    }

    [Fact]
    public async Task HealthProbes_AreNeverLimited()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, TwoAnHour);

        for (var probe = 0; probe < 5; probe++)
        {
            Assert.Equal(200, (int)(await gateway.GetAsync("/health/ready")).StatusCode);
        }
    }
}
