using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Tests.Hosting;

namespace PfP.Notifications.Tests.Choices;

/// <summary>Whoever else an address or a body names, the token says whose choices are read and changed; and what it holds is a value.</summary>
public sealed class OthersChoicesTests(CallsHost host) : IClassFixture<CallsHost>
{
    private static readonly string[] Values = ["'", "' or 1=1; --", "\"); drop table follows; --", "%", "\\", "a\0b", "{\"$ne\":null}", new string('x', 5000)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Preferences_WithTheNameOfAnother_AreTheTokensOwn()
    {
        var (own, other) = ((await host.MemberAsync()).MemberId, (await host.MemberAsync()).MemberId);
        var before = await ReadAsync(other, "preferences");

        using var put = await host.AskAsync(own, HttpMethod.Put, $"preferences?{Naming(other)}", new
        {
            memberId = other,
            id = other,
            email = "another@example.org",
            role = "administrator",
            state = "erased",
            reminderDays = new[] { 1 },
            reminderHour = 5,
            off = new[] { "notices" },
        });

        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        Assert.Equal(before, await ReadAsync(other, "preferences"));
        Assert.Equal(await ReadAsync(own, "preferences"), await ReadAsync(own, $"preferences?{Naming(other)}"));
        Assert.NotEqual(before, await ReadAsync(own, "preferences"));
        Assert.Equal("member", await host.ScalarAsync<string>($"select state from members where id = '{own}'"));
    }

    [Fact]
    public async Task Following_WithTheNameOfAnother_IsTheTokensOwn()
    {
        var call = host.Call(null);
        await host.TellAsync(call);
        var (own, other) = ((await host.MemberAsync()).MemberId, await host.FollowerAsync(call));

        using var followed = await host.AskAsync(own, HttpMethod.Put, $"follows/calls/{call.CallId}?{Naming(other.MemberId)}", new { memberId = other.MemberId, followedAt = "2020-01-01T00:00:00Z" });
        var list = await ReadAsync(own, $"follows?{Naming(other.MemberId)}");
        using var declined = await host.AskAsync(own, HttpMethod.Put, $"follows/calls/{call.CallId}/not-for-us?{Naming(other.MemberId)}", new { memberId = other.MemberId });
        using var ended = await host.AskAsync(own, HttpMethod.Delete, $"follows/calls/{call.CallId}?{Naming(other.MemberId)}");

        Assert.All([followed, declined, ended], answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        Assert.Equal(1, await host.ScalarAsync<long>($"select count(*) from follows where call_id = '{call.CallId}' and member_id = '{other.MemberId}'"));
        Assert.Equal(0, await host.ScalarAsync<long>("select count(*) from follows where followed_at < '2021-01-01'"));
        Assert.Single(JsonSerializer.Deserialize<FollowedCall[]>(list, JsonSerializerOptions.Web)!);
        Assert.Equal(0, await host.ScalarAsync<long>($"select count(*) from not_for_us where member_id = '{other.MemberId}'"));
    }

    [Fact]
    public async Task OwnData_AndAddress_OfAnother_AreNotRead()
    {
        var (own, other) = (await host.MemberAsync(), await host.MemberAsync());

        var data = await ReadAsync(own.MemberId, $"own-data?{Naming(other.MemberId)}");

        Assert.Contains(own.Contact.Email, data, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Contact.Email, data, StringComparison.Ordinal);
        Assert.Equal(await ReadAsync(own.MemberId, "address"), await ReadAsync(own.MemberId, $"address?{Naming(other.MemberId)}"));
    }

    [Theory]
    [InlineData("follows?lang=")]
    [InlineData("follows/entries?lang=")]
    [InlineData("matches?countriesWanted=")]
    [InlineData("matches?themes=")]
    [InlineData("matches?owner=")]
    [InlineData("mails?state=")]
    [InlineData("mails?page=")]
    [InlineData("paused-addresses?pageSize=")]
    [InlineData("unsubscribe?token=")]
    public async Task Query_IsNeverPartOfAStatement(string query)
    {
        var staff = (await host.MemberAsync()).MemberId;

        foreach (var value in Values)
        {
            using var answer = await host.AskAsync(staff, HttpMethod.Get, query + Uri.EscapeDataString(value), role: "moderator");
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{value}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("mails")]
    [InlineData("paused-addresses")]
    public async Task List_IsReadNoDeeperThanItReaches(string list)
    {
        foreach (var paging in new[] { "page=101&pageSize=100", "page=2147483647", "page=99999999999", "page=0", "pageSize=101" })
        {
            using var answer = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Get, $"{list}?{paging}", role: "moderator");
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{paging}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("off")]
    [InlineData("frequency")]
    public async Task Preferences_WithWhatNoTextHolds_AreRefusedAtTheField(string field)
    {
        var body = new Dictionary<string, object> { ["reminderDays"] = new[] { 7 }, ["reminderHour"] = 8, ["off"] = Array.Empty<string>() };
        body[field] = field == "off" ? new[] { "a\0b" } : "a\0b";

        using var answer = await host.AskAsync((await host.MemberAsync()).MemberId, HttpMethod.Put, "preferences", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("errors").TryGetProperty(field, out _));
    }

    private static string Naming(Guid other) => $"memberId={other}&member={other}&recipient={other}&id={other}&sub={other}";

    private async Task<string> ReadAsync(Guid member, string path)
    {
        using var answer = await host.AskAsync(member, HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
