using Microsoft.Extensions.DependencyInjection;
using PfP.Contracts.Gateway;
using PfP.Gateway.Tests.Hosting;
using PfP.Gateway.Views;

namespace PfP.Gateway.Tests;

public sealed class ViewCounterTests
{
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task EntryPages_ReadByPeople_AreCountedCachedOnesToo()
    {
        await using var upstream = await Upstream.StartAsync(AnswerCacheTests.Numbered("public, max-age=30", "ETag: \"v1\""));
        await using var gateway = TestGateway.Start(upstream);

        await ReadAsync(gateway, "/practices/sending-money-home");
        await ReadAsync(gateway, "/practices/sending-money-home");
        await ReadAsync(gateway, "/fr/practices/sending-money-home");
        await ReadAsync(gateway, "/es/tools/prime", ("If-None-Match", "\"v1\""));
        await ReadAsync(gateway, "/sessions/pfp-2023");
        Assert.Equal(304, await ReadAsync(gateway, "/sessions/pfp-2023", ("If-None-Match", "\"v1\"")));

        var batch = Assert.Single(Take(gateway));
        Assert.Equal(DateOnly.FromDateTime(DateTime.UtcNow), batch.Day);
        Assert.Equal(
            [new("practice", "sending-money-home", 3, 0), new("session", "pfp-2023", 2, 0), new("tool", "prime", 1, 0)],
            batch.Entries.OrderBy(entry => entry.Kind));
        Assert.Empty(Take(gateway));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "", "")]
    [InlineData("curl/8.5.0", "", "")]
    [InlineData("", "", "")]
    [InlineData(Browser, "Sec-Purpose", "prefetch;prerender")]
    [InlineData(Browser, "Purpose", "prefetch")]
    [InlineData(Browser, "X-moz", "prefetch")]
    public async Task EntryPage_ReadByAProgram_IsNotCounted(string agent, string header, string value)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        await gateway.GetAsync("/practices/a", [("User-Agent", agent), .. header.Length > 0 ? [(header, value)] : Array.Empty<(string, string)>()]);

        Assert.Empty(Take(gateway));
    }

    [Fact]
    public async Task Files_SavedByPeople_AreCounted()
    {
        const string path = "/api/catalogue/files/0190b6f0-0000-7000-8000-0000000000aa/Evaluation%20%C3%A9.pdf";
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        await ReadAsync(gateway, path);
        await ReadAsync(gateway, path);
        await gateway.GetAsync(path, ("User-Agent", "curl/8.5.0"));
        await ReadAsync(gateway, "/practices/sending-money-home");

        var batch = Assert.Single(Take(gateway));
        Assert.Equal([new FileDownloads(new("0190b6f0-0000-7000-8000-0000000000aa"), 2)], batch.Files);
        Assert.Equal([new EntryViews("practice", "sending-money-home", 1, 0)], batch.Entries);
    }

    [Theory]
    [InlineData("/practices")]
    [InlineData("/api/catalogue/files/0190b6f0/a.pdf")]
    [InlineData("/api/catalogue/submissions/0190b6f0-0000-7000-8000-0000000000aa/files/0190b6f0-0000-7000-8000-0000000000ab")]
    [InlineData("/practices/a/v/1")]
    [InlineData("/de/practices/a")]
    [InlineData("/api/catalogue/practices/a")]
    [InlineData("/themes/remittances")]
    [InlineData("/practices/UPPER")]
    public async Task OtherPages_AreNotCounted(string path)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        Assert.Equal(200, await ReadAsync(gateway, path));

        Assert.Empty(Take(gateway));
    }

    [Fact]
    public async Task EntryPage_ThatFailsOrIsOnlyProbed_IsNotCounted()
    {
        await using var upstream = await Upstream.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/practices/missing" ? 404 : 200;
            return Task.CompletedTask;
        });
        await using var gateway = TestGateway.Start(upstream);

        await ReadAsync(gateway, "/practices/missing");
        await gateway.SendAsync(HttpMethod.Head, "/practices/a", ("User-Agent", Browser));

        Assert.Empty(Take(gateway));
    }

    private static async Task<int> ReadAsync(TestGateway gateway, string path, params (string, string)[] headers) =>
        (int)(await gateway.GetAsync(path, [("User-Agent", Browser), .. headers])).StatusCode;

    private static IReadOnlyList<EntriesViewed> Take(TestGateway gateway) => gateway.Services.GetRequiredService<ViewCounter>().Take();
}
