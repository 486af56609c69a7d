using PfP.Gateway.Tests.Hosting;

namespace PfP.Gateway.Tests;

public sealed class SmugglingTests
{
    private const string Smuggled = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    public static TheoryData<string, string> Ambiguities => new()
    {
        { "both lengths", "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + Smuggled },
        { "both lengths, unsafe method", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + Smuggled },
        { "two lengths", "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nContent-Length: 44\r\n\r\n" + Smuggled },
        { "list of lengths", "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0, 44\r\n\r\n" + Smuggled },
        { "obfuscated coding", "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\nContent-Length: 0\r\n\r\n" + Smuggled },
        { "coding twice", "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + Smuggled },
        { "body of a GET", "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody" + Smuggled },
        { "space before colon", "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length : 0\r\n\r\n" + Smuggled },
        { "folded header", "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\n Transfer-Encoding: chunked\r\n\r\n" + Smuggled },
        { "chunk size overflow", "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF0\r\n\r\n" + Smuggled },
        { "two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n" + Smuggled },
        { "no host", "GET / HTTP/1.1\r\n\r\n" + Smuggled },
        { "null in header", "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a\0b\r\n\r\n" + Smuggled },
    };

    [Theory]
    [MemberData(nameof(Ambiguities))]
    public async Task Request_WhoseEndCanBeReadInTwoWays_IsRefusedAndEndsTheConnection(string name, string request)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        var answer = await gateway.SendRawAsync(request);

        Assert.True(answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal), $"{name}: {answer}");
        Assert.DoesNotContain(upstream.Seen, seen => seen.Target.Contains("smuggled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ConnectionHeader_NamingOurHeaders_CannotRemoveThem()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        await gateway.SendRawAsync("GET /tools HTTP/1.1\r\nHost: localhost\r\nConnection: close, X-Forwarded-For, X-Forwarded-Host\r\n\r\n");

        var seen = Assert.Single(upstream.Seen);
        Assert.Equal("127.0.0.1", seen.Headers["X-Forwarded-For"]);
        Assert.Equal("localhost", seen.Headers["X-Forwarded-Host"]);
    }

    [Theory]
    [InlineData("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n")]
    [InlineData("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")]
    public async Task Upgrade_ToAnotherProtocol_IsNotPassedOn(string headers)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        var answer = await gateway.SendRawAsync($"GET /tools HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n" + "GET /last HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.All(upstream.Seen, seen => Assert.DoesNotContain("Upgrade", seen.Headers.Keys));
    }

    [Theory]
    [InlineData("/api/catalogue/../../health/ready")]
    [InlineData("/api/catalogue/%2e%2e/%2e%2e/health/ready")]
    [InlineData("/api/catalogue/..%2f..%2fhealth/ready")]
    [InlineData("/api/catalogue/..%5c..%5chealth/ready")]
    [InlineData("//health/ready")]
    public async Task Path_ThatClimbs_DoesNotReachAServicesHealth(string path)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        await gateway.SendRawAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.DoesNotContain(upstream.Seen, seen => seen.Target.StartsWith("/health", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TRACE", "/")]
    [InlineData("DELETE", "/practices/a")]
    [InlineData("POST", "/api/catalogue/practices")]
    [InlineData("PUT", "/api/search")]
    public async Task Method_ThatNobodyOffers_StopsHere(string method, string path)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        var response = await gateway.SendAsync(new HttpMethod(method), path);

        Assert.Equal(405, (int)response.StatusCode);
        Assert.Empty(upstream.Seen);
    }
}
