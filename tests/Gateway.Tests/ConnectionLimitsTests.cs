using System.Text;
using PfP.Gateway.Tests.Hosting;

namespace PfP.Gateway.Tests;

public sealed class ConnectionLimitsTests
{
    [Fact]
    public async Task Headers_ThatDribbleIn_AreTimedOut()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, ("ConnectionLimits:RequestHeadersTimeout", "00:00:01"));

        var answer = await gateway.SendRawAsync("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_ThatDribblesIn_IsTimedOut()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        // Below the rate for longer than the server's grace of five seconds.
        var answer = await gateway.SendRawAsync("POST /calls/partners/reply HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\noffers=");

        Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_WhenTooLongOrTooMany_AreRefused()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        var tooLong = await gateway.GetAsync("/", ("X-Long", new string('a', 40_000)));
        var tooMany = await gateway.GetAsync("/", [.. Enumerable.Range(0, 100).Select(number => ($"X-{number}", "a"))]);

        Assert.Equal(431, (int)tooLong.StatusCode);
        Assert.Equal(431, (int)tooMany.StatusCode);
        Assert.Empty(upstream.Seen);
    }

    [Theory]
    [InlineData("/contribute/0190b6f0-0000-7000-8000-0000000000d1", "HTTP/1.1 200")]
    [InlineData("/fr/contribute/0190b6f0-0000-7000-8000-0000000000d1", "HTTP/1.1 200")]
    [InlineData("/contribute/calls/0190b6f0-0000-7000-8000-0000000000c1", "HTTP/1.1 200")]
    [InlineData("/es/contribute/calls/0190b6f0-0000-7000-8000-0000000000c1", "HTTP/1.1 200")]
    [InlineData("/calls/partners/reply", "HTTP/1.1 200")]
    [InlineData("/fr/calls/partners/reply", "HTTP/1.1 200")]
    [InlineData("/contribute", "HTTP/1.1 413")]
    [InlineData("/members/introductions", "HTTP/1.1 413")]
    public async Task Body_OfTwoMegabytes_IsTakenWhereFilesAre(string path, string answer)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        // What is refused is refused by its announced length.
        var body = answer.EndsWith("200", StringComparison.Ordinal) ? new string('a', 2_000_000) : "";
        var got = await gateway.SendRawAsync($"POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2000000\r\n\r\n{body}");

        Assert.StartsWith(answer, got, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_OfTenThousandCharacters_IsPassedOn()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);
        var query = "/api/search?q=" + Uri.EscapeDataString(new string('ع', 10_000));

        var response = await gateway.GetAsync(query);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Contains(Uri.EscapeDataString("ععع"), Assert.Single(upstream.Seen).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequestLine_WithoutEnd_IsRefused()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        var answer = await gateway.SendRawAsync(new StringBuilder("GET /").Append('a', 70_000).Append(" HTTP/1.1\r\nHost: localhost\r\n\r\n").ToString());

        Assert.StartsWith("HTTP/1.1 414", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_LargerThanTheLimit_IsNotReadAndEndsTheConnection()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, ("ConnectionLimits:MaxRequestBodySize", "1024"));

        var answer = await gateway.SendRawAsync("POST /practices HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n" + new string('a', 2000));

        Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal);
        Assert.Empty(upstream.Seen);
    }
}
