using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Tests.Hosting;

namespace PfP.Notifications.Tests.Choices;

/// <summary>What members say of mails about calls, each for themselves.</summary>
public sealed class FollowsApiTests(CallsHost host) : IClassFixture<CallsHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Follows_AreTheMembersOwn_InTheLanguageAskedFor_AndKeptNowhere()
    {
        var (first, second) = (host.Call(host.Clock.GetUtcNow().AddDays(9)), host.Call(null));
        await host.TellAsync(first);
        await host.TellAsync(second);
        var (member, other) = (await host.FollowerAsync(first), await host.FollowerAsync(second));
        host.Clock.Set(host.Clock.GetUtcNow().AddMinutes(1));
        await host.FollowAsync(member, second);
        await host.FollowAsync(member, second);

        using var answer = await host.AskAsync(member.MemberId, HttpMethod.Get, "follows?lang=fr");
        var follows = (await answer.Content.ReadFromJsonAsync<FollowedCall[]>(Cancellation))!;
        await host.FollowAsync(member, first, follows: false);
        await host.FollowAsync(member, first, follows: false);
        using var left = await host.AskAsync(member.MemberId, HttpMethod.Get, "follows?lang=es");

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal([(second.CallId, $"Appel {second.CallId:N}", second.Url, null), (first.CallId, $"Appel {first.CallId:N}", first.Url, first.ClosesAt)],
            follows.Select(follow => (follow.CallId, follow.Title, follow.Url, follow.ClosesAt)));
        Assert.Equal([(second.CallId, "en")], (await left.Content.ReadFromJsonAsync<FollowedCall[]>(Cancellation))!.Select(follow => (follow.CallId, follow.Language)));
        Assert.Equal(1, await host.ScalarAsync<long>($"select count(*) from follows where member_id = '{other.MemberId}'"));
    }

    [Fact]
    public async Task OwnData_HasWhatIsKeptOfTheMember_AndNothingOfAnother()
    {
        var (call, other) = (host.Call(host.Clock.GetUtcNow().AddDays(90)), host.Call(null));
        await host.TellAsync(call);
        await host.TellAsync(other);
        var member = await host.FollowerAsync(call);
        await host.FollowerAsync(other);

        using var answer = await host.AskAsync(member.MemberId, HttpMethod.Get, "own-data", role: "pending");

        var data = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(member.Contact.Email, data.GetProperty("member").GetProperty("email").GetString());
        Assert.Equal(call.Slug, Assert.Single(data.GetProperty("followedCalls").EnumerateArray()).GetProperty("call").GetString());
        Assert.Equal([30, 7, 1], data.GetProperty("reminders").EnumerateArray().Select(reminder => reminder.GetProperty("days").GetInt32()).OrderDescending());
        Assert.Contains("call-reminder", data.GetProperty("mails").EnumerateArray().Select(mail => mail.GetProperty("occasion").GetString()));
        Assert.DoesNotContain(other.Slug, data.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", "follows/calls/0190b6f0-0000-7000-8000-0000000000aa", 404)]
    [InlineData("DELETE", "follows/calls/0190b6f0-0000-7000-8000-0000000000aa", 404)]
    [InlineData("GET", "follows?lang=de", 400)]
    public async Task Call_ThatIsNone_IsNotFollowed(string method, string path, int status)
    {
        using var answer = await host.AskAsync(Guid.CreateVersion7(), new(method), path);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Preferences_AreThoseOfTheHouse_UntilTheMemberChoosesOthers()
    {
        var member = (await host.MemberAsync()).MemberId;
        using var before = await host.AskAsync(member, HttpMethod.Get, "preferences");
        using var put = await host.AskAsync(member, HttpMethod.Put, "preferences", new { reminderDays = new[] { 1, 30, 1 }, reminderHour = 0, off = new[] { "notices" }, frequency = "daily", quietFrom = 22, quietTo = 0 });
        using var after = await host.AskAsync(member, HttpMethod.Get, "preferences");

        Assert.Equal((HttpStatusCode.NoContent, true), (put.StatusCode, after.Headers.CacheControl?.NoStore));
        Assert.Equal("""{"reminderDays":[30,7,1],"reminderHour":8,"off":[],"frequency":"weekly","quietFrom":null,"quietTo":null}""", await before.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("""{"reminderDays":[30,1],"reminderHour":0,"off":["notices"],"frequency":"daily","quietFrom":22,"quietTo":0}""", await after.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("""{"reminderDays":[7,2],"reminderHour":8,"off":[]}""", "reminderDays")]
    [InlineData("""{"reminderDays":[7],"reminderHour":24,"off":[]}""", "reminderHour")]
    [InlineData("""{"reminderDays":[7],"reminderHour":-1,"off":["everything"]}""", "reminderHour,off")]
    [InlineData("{}", "reminderDays,reminderHour,off")]
    [InlineData("""{"reminderDays":[7],"reminderHour":8,"off":[],"frequency":"hourly"}""", "frequency")]
    [InlineData("""{"reminderDays":[7],"reminderHour":8,"off":[],"quietFrom":22}""", "quietTo")]
    [InlineData("""{"reminderDays":[7],"reminderHour":8,"off":[],"quietTo":7}""", "quietFrom")]
    [InlineData("""{"reminderDays":[7],"reminderHour":8,"off":[],"quietFrom":7,"quietTo":7}""", "quietTo")]
    [InlineData("""{"reminderDays":[7],"reminderHour":8,"off":[],"quietFrom":-1,"quietTo":24}""", "quietFrom,quietTo")]
    [InlineData("""{"reminderDays":[7],"reminderHour":8,"off":[],"quietFrom":22,"quietTo":9}""", "reminderHour")]
    [InlineData("""{"reminderDays":[7],"reminderHour":22,"off":[],"quietFrom":22,"quietTo":9}""", "reminderHour")]
    [InlineData("""{"reminderDays":[7],"reminderHour":13,"off":[],"quietFrom":12,"quietTo":14}""", "reminderHour")]
    public async Task Preferences_ThatAreNone_AreRefusedFieldByField(string json, string fields)
    {
        using var answer = await host.AskAsync((await host.MemberAsync()).MemberId, HttpMethod.Put, "preferences", new StringContent(json, null, "application/json"));

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(fields, string.Join(',', problem.GetProperty("errors").EnumerateObject().Select(error => error.Name)));
    }
}
