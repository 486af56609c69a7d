using System.Globalization;
using Microsoft.AspNetCore.Http;
using PfP.Gateway.Tests.Hosting;

namespace PfP.Gateway.Tests;

public sealed class AnswerCacheTests
{
    [Fact]
    public async Task PublicAnswer_AskedTwice_IsMadeOnce()
    {
        await using var upstream = await Upstream.StartAsync(Numbered("public, max-age=30"));
        await using var gateway = TestGateway.Start(upstream);

        var first = await gateway.GetAsync("/practices?page=2&sort=title");
        var second = await gateway.GetAsync("/practices?sort=title&page=2");

        Assert.Equal("1", await BodyAsync(first));
        Assert.Equal("1", await BodyAsync(second));
        Assert.False(first.Headers.Contains("Age"));
        Assert.True(second.Headers.Contains("Age"));
        Assert.Contains("frame-ancestors 'none'", string.Concat(second.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/practices?page=2", "/practices?page=3")]
    [InlineData("/practices?q=a", "/practices?q=A")]
    [InlineData("/practices/a", "/practices/A")]
    [InlineData("/practices", "/fr/practices")]
    public async Task PublicAnswer_ForAnotherAddress_IsMadeAnew(string one, string other)
    {
        await using var upstream = await Upstream.StartAsync(Numbered("public, max-age=30"));
        await using var gateway = TestGateway.Start(upstream);

        Assert.Equal("1", await BodyAsync(await gateway.GetAsync(one)));
        Assert.Equal("2", await BodyAsync(await gateway.GetAsync(other)));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("private, max-age=30", null)]
    [InlineData("no-store", null)]
    [InlineData("public, no-cache", null)]
    [InlineData("max-age=30", null)]
    [InlineData("public, max-age=0", null)]
    [InlineData("public, max-age=30", "Set-Cookie: a=b")]
    [InlineData("public, max-age=30", "Vary: Accept-Encoding, Accept-Language")]
    [InlineData("public, max-age=30", "Vary: *")]
    public async Task Answer_ThatIsNotForEverybody_IsNotKept(string? cacheControl, string? header)
    {
        await using var upstream = await Upstream.StartAsync(Numbered(cacheControl, header));
        await using var gateway = TestGateway.Start(upstream);

        Assert.Equal("1", await BodyAsync(await gateway.GetAsync("/practices")));
        Assert.Equal("2", await BodyAsync(await gateway.GetAsync("/practices")));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(302)]
    public async Task Error_EvenIfPublic_IsNotKept(int status)
    {
        await using var upstream = await Upstream.StartAsync(Numbered("public, max-age=30", status: status));
        await using var gateway = TestGateway.Start(upstream);

        Assert.Equal("1", await BodyAsync(await gateway.GetAsync("/practices/gone")));
        Assert.Equal("2", await BodyAsync(await gateway.GetAsync("/practices/gone")));
    }

    [Theory]
    [InlineData("Cookie", "session=secret")]
    [InlineData("Authorization", "Bearer secret")]
    public async Task Request_WithCredentials_NeitherReadsNorFillsTheCache(string name, string value)
    {
        await using var upstream = await Upstream.StartAsync(Numbered("public, max-age=30"));
        await using var gateway = TestGateway.Start(upstream);

        Assert.Equal("1", await BodyAsync(await gateway.GetAsync("/practices", (name, value))));
        Assert.Equal("2", await BodyAsync(await gateway.GetAsync("/practices")));
        Assert.Equal("3", await BodyAsync(await gateway.GetAsync("/practices", (name, value))));
        Assert.Equal("2", await BodyAsync(await gateway.GetAsync("/practices")));
    }

    [Fact]
    public async Task Answer_WithoutEndInSight_IsKeptNoLongerThanTheLimit()
    {
        await using var upstream = await Upstream.StartAsync(Numbered("public, max-age=31536000, immutable"));
        await using var gateway = TestGateway.Start(upstream, ("AnswerCache:MaxAge", "00:00:00.2"), ("RateLimits:General:Burst", "1000000"));

        Assert.Equal("1", await BodyAsync(await gateway.GetAsync("/style.css")));

        var latest = "1";
        while (latest == "1" && !TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            latest = await BodyAsync(await gateway.GetAsync("/style.css"));
        }

        Assert.Equal("2", latest);
    }

    [Fact]
    public async Task EntityTag_OfAKeptAnswer_IsAnsweredFromTheCache()
    {
        await using var upstream = await Upstream.StartAsync(Numbered("public, max-age=30", "ETag: \"v1\""));
        await using var gateway = TestGateway.Start(upstream);

        await gateway.GetAsync("/api/catalogue/practices");
        var unchanged = await gateway.GetAsync("/api/catalogue/practices", ("If-None-Match", "\"v1\""));
        var changed = await gateway.GetAsync("/api/catalogue/practices", ("If-None-Match", "\"v0\""));

        Assert.Equal(304, (int)unchanged.StatusCode);
        Assert.Equal("1", await BodyAsync(changed));
        Assert.Single(upstream.Seen);
    }

    [Fact]
    public async Task Encodings_OfOneAnswer_AreKeptApart()
    {
        await using var upstream = await Upstream.StartAsync(context =>
        {
            context.Response.Headers.CacheControl = "public, max-age=30";
            context.Response.Headers.Vary = "Accept-Encoding";
            context.Response.Headers.ContentEncoding = context.Request.Headers.AcceptEncoding;
            return context.Response.WriteAsync("as " + context.Request.Headers.AcceptEncoding);
        });
        await using var gateway = TestGateway.Start(upstream);

        Assert.Equal("as br", await BodyAsync(await gateway.GetAsync("/", ("Accept-Encoding", "gzip, deflate, br, zstd"))));
        Assert.Equal("as br", await BodyAsync(await gateway.GetAsync("/", ("Accept-Encoding", "br;q=1.0, gzip;q=0.8"))));
        Assert.Equal("as gzip", await BodyAsync(await gateway.GetAsync("/", ("Accept-Encoding", "gzip, br;q=0"))));
        Assert.Equal("as ", await BodyAsync(await gateway.GetAsync("/")));
        Assert.Equal(3, upstream.Seen.Count);
    }

    [Fact]
    public async Task TrackingParameters_AreForgotten()
    {
        await using var upstream = await Upstream.StartAsync(Numbered("public, max-age=30"));
        await using var gateway = TestGateway.Start(upstream);

        await gateway.GetAsync("/search?q=remittances%20home&utm_source=mail&theme=remittances&fbclid=abc&theme=women");
        await gateway.GetAsync("/search?q=remittances%20home&theme=remittances&theme=women");

        Assert.Equal("/search?q=remittances%20home&theme=remittances&theme=women", Assert.Single(upstream.Seen).Target);
    }

    [Fact]
    public async Task Answer_ForOneHost_IsNotGivenToAnother()
    {
        await using var upstream = await Upstream.StartAsync(Numbered("public, max-age=30"));
        await using var gateway = TestGateway.Start(upstream, ("AllowedHosts", "*"));

        Assert.Equal("1", await BodyAsync(await gateway.GetAsync("/", ("Host", "evil.example"))));
        Assert.Equal("2", await BodyAsync(await gateway.GetAsync("/", ("Host", "pfp.example"))));
    }

    [Fact]
    public async Task Answer_LargerThanTheLimit_IsPassedOnWhole()
    {
        var large = new string('a', 5000);
        await using var upstream = await Upstream.StartAsync(context =>
        {
            context.Response.Headers.CacheControl = "public, max-age=30";
            return context.Response.WriteAsync(large);
        });
        await using var gateway = TestGateway.Start(upstream, ("AnswerCache:LargestAnswerKilobytes", "4"));

        Assert.Equal(large, await BodyAsync(await gateway.GetAsync("/")));
        Assert.Equal(large, await BodyAsync(await gateway.GetAsync("/")));
        Assert.Equal(2, upstream.Seen.Count);
    }

    internal static Task<string> BodyAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>Answers 1, 2, 3, …, so that a body tells whether it was made anew.</summary>
    internal static RequestDelegate Numbered(string? cacheControl, string? header = null, int status = 200)
    {
        var count = 0;
        return context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.CacheControl = cacheControl;
            if (header?.Split(": ") is [var name, var value])
            {
                context.Response.Headers[name] = value;
            }

            return context.Response.WriteAsync(Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture));
        };
    }
}
