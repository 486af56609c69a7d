using System.Net.Http.Json;
using System.Text.Json;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing;

namespace PfP.Notifications.Tests.Matching;

/// <summary>Whose call it is sees beforehand how many would be told, and no name.</summary>
public sealed class PreviewTests(CallsHost host) : IClassFixture<CallsHost>
{
    private const string Asked = "matches?countriesWanted=GH&countriesWanted=NG&themes=remittances&themes=diaspora&owner=country:PH";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_AreThoseOfTheMailsThatAreSentThen()
    {
        string[] both = ["remittances", "diaspora"];
        await host.OffersAsync(both, "country:GH", "focal_point");
        await host.OffersAsync([], "country:GH", "focal_point");
        await host.OffersAsync(["remittances"], "country:GH", "focal_point", until: Matched.Now);
        await host.OffersAsync(both, "country:PH", "focal_point");
        await host.OffersAsync(["integration"], "country:NG");
        await host.OffersAsync(both);
        await host.OffersAsync(["diaspora"], "organisation:iom", "focal_point");
        await host.OffersAsync(["diaspora"], "country:NG");
        var without = await host.OffersAsync(["diaspora"]);
        using var put = await host.AskAsync(without.MemberId, HttpMethod.Put, "preferences", new { reminderDays = new[] { 7 }, reminderHour = 8, off = new[] { "matches" } });
        host.Clock.Set(Matched.Now);

        var counts = await AskAsync(Asked);
        var call = await host.OpenedAsync(both, ["GH", "NG"]);

        Assert.Equal([new("GH", 2), new("NG", 0)], counts.FocalPoints);
        Assert.Equal([new("remittances", 1), new("diaspora", 3)], counts.Members);
        Assert.Equal(5, counts.Total);
        await Eventually.TrueAsync(
            async () => await host.ScalarAsync<long>($"select count(*) from deliveries where subject = '{call.CallId}' and state = 'sent'") == counts.Total, "as many mails are sent");
        Assert.Equal(counts.Total, await host.PlannedAsync(call.CallId));
        Assert.Equal(counts.Total, host.Sink.Received.Count(mail => mail.Subject.Contains($"{call.CallId:N}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("matches?countriesWanted=gh&themes=remittances", "countriesWanted")]
    [InlineData("matches?countriesWanted=GH&themes=nonsense", "themes")]
    [InlineData("matches?countriesWanted=%00&themes=%00&owner=GH", "countriesWanted,owner,themes")]
    public async Task Question_ThatIsNone_IsRefusedFieldByField(string path, string fields)
    {
        using var answer = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Get, path);

        Assert.Equal(400, (int)answer.StatusCode);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("errors").EnumerateObject();
        Assert.Equal(fields, string.Join(',', errors.Select(error => error.Name).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Question_ForNothing_FindsNobody()
    {
        // Nobody whom the other question asks for.
        await host.OffersAsync(["return-reintegration"], "country:SN", "focal_point");

        Assert.Equal("""{"total":0,"focalPoints":[],"members":[]}""", JsonSerializer.Serialize(await AskAsync("matches"), JsonSerializerOptions.Web));
    }

    private async Task<MatchCounts> AskAsync(string path)
    {
        using var answer = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Get, path);
        Assert.Equal((200, true), ((int)answer.StatusCode, answer.Headers.CacheControl?.NoStore));
        return (await answer.Content.ReadFromJsonAsync<MatchCounts>(Cancellation))!;
    }
}
