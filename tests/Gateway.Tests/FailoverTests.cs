using Microsoft.AspNetCore.Http;
using PfP.Gateway.Tests.Hosting;

namespace PfP.Gateway.Tests;

public sealed class FailoverTests
{
    [Fact]
    public async Task Destinations_WhenAllAreWell_ShareTheRequests()
    {
        await using var one = await Upstream.StartAsync();
        await using var two = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(one, ("services:portal:http:1", two.Address));

        for (var request = 0; request < 40; request++)
        {
            await gateway.GetAsync($"/practices/{request}");
        }

        Assert.Equal(40, one.Seen.Count + two.Seen.Count);
        Assert.NotEmpty(one.Seen);
        Assert.NotEmpty(two.Seen);
    }

    [Fact]
    public async Task Reader_WhenOneDestinationIsKilled_NoticesNothing()
    {
        await using var survivor = await Upstream.StartAsync();
        var victim = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(survivor, ("services:portal:http:1", victim.Address));

        for (var request = 0; request < 40; request++)
        {
            if (request == 10)
            {
                await victim.DisposeAsync();
            }

            Assert.Equal(200, (int)(await gateway.GetAsync($"/practices/{request}")).StatusCode);
        }

        Assert.InRange(survivor.Seen.Count, 30, 40);
    }

    [Fact]
    public async Task Service_ThatIsDown_IsRefusedAtOnceUntilItIsBack()
    {
        await using var other = await Upstream.StartAsync();
        var service = await Upstream.StartAsync();
        var address = service.Address;
        await using var gateway = TestGateway.Start(
            ("services:catalogue:http:0", other.Address), ("services:search:http:0", other.Address), ("services:portal:http:0", address),
            ("ReverseProxy:Clusters:portal:HealthCheck:Active:Interval", "00:00:00.1"), ("RateLimits:General:Burst", "1000000"));

        await service.DisposeAsync();
        await UntilAsync(gateway, 503);
        await using var back = await Upstream.StartAsync(address: address);
        await UntilAsync(gateway, 200);
    }

    [Fact]
    public async Task Connection_ThatBreaksBeforeTheAnswer_IsTriedAgainForSafeRequests()
    {
        var calls = 0;
        await using var upstream = await Upstream.StartAsync(context =>
        {
            if (Interlocked.Increment(ref calls) == 1)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync("second try");
        });
        await using var gateway = TestGateway.Start(upstream);

        var response = await gateway.GetAsync("/practices");

        Assert.Equal("second try", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task UntilAsync(TestGateway gateway, int status)
    {
        while ((int)(await gateway.GetAsync("/practices")).StatusCode != status)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }
}
