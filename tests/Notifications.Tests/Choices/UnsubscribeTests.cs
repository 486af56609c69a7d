using System.Net;
using PfP.Contracts.Identity;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Choices;
using PfP.Notifications.Tests.Hosting;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Tests.Choices;

/// <summary>One click stops one kind of mail for one member (RFC 8058): of whoever has the mail, and of nobody else.</summary>
public sealed class UnsubscribeTests(NotificationsHost host)
{
    private static readonly UnsubscribeTokens Tokens = TokensOf(NotificationsHost.Secret);

    [Theory]
    [InlineData(MailKinds.Reminders)]
    [InlineData(MailKinds.Notices)]
    [InlineData(MailKinds.Matches)]
    [InlineData(MailKinds.Follows)]
    public async Task Click_StopsThatKind_AlsoTheSecondTime(string kind)
    {
        var member = (await host.MemberAsync()).MemberId;

        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var answer = await PostAsync(Tokens.Create(member, kind));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal([kind], await OffAsync(member));
    }

    [Fact]
    public async Task Clicks_AtOnce_StopAllKinds_AndKeepWhatWasChosen()
    {
        var member = (await host.MemberAsync()).MemberId;
        using var put = await host.AskAsync(member, HttpMethod.Put, "preferences", new { reminderDays = new[] { 7 }, reminderHour = 20, off = Array.Empty<string>() });

        var answers = await Task.WhenAll(MailKinds.All.Select(kind => PostAsync(Tokens.Create(member, kind))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(["follows", "matches", "notices", "reminders"], await OffAsync(member));
        Assert.Equal(20, await host.ScalarAsync<int>($"select hour from preferences where member_id = '{member}'"));
    }

    [Fact]
    public async Task Link_ThatIsFollowed_LeadsToThePage_AndStopsNothing()
    {
        var member = (await host.MemberAsync(language: "fr")).MemberId;
        var token = Tokens.Create(member, MailKinds.Notices);

        using var answer = await host.AskAsync(null, HttpMethod.Get, $"unsubscribe?token={token}");

        Assert.Equal((HttpStatusCode.SeeOther, $"/fr/unsubscribe?token={token}"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Empty(await OffAsync(member));
    }

    [Fact]
    public async Task Token_ThatWeDidNotWrite_StopsNothing()
    {
        var member = (await host.MemberAsync()).MemberId;
        var (token, another) = (Tokens.Create(member, MailKinds.Notices), Tokens.Create(Guid.CreateVersion7(), MailKinds.Notices));

        string?[] spoiled =
        [
            null, "", "token", token[..^1], token + "A", "B" + token[1..], token[..20] + (token[20] == 'A' ? "B" : "A") + token[21..],
            token[..24] + another[24..], TokensOf("another secret, and as long as it has to be").Create(member, MailKinds.Notices),
        ];
        foreach (var wrong in spoiled)
        {
            using var post = await PostAsync(wrong);
            using var get = await host.AskAsync(null, HttpMethod.Get, $"unsubscribe?token={wrong}");
            Assert.Equal((wrong, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (wrong, post.StatusCode, get.StatusCode));
        }

        Assert.Empty(await OffAsync(member));
    }

    [Fact]
    public async Task Click_OfWhoWasErased_IsAnswered_AndKeepsNothing()
    {
        var member = await host.MemberAsync();
        await host.PublishAsync(new MemberErased(member.MemberId, 9));
        await Testing.Eventually.TrueAsync(async () => await host.ScalarAsync<string>($"select state from members where id = '{member.MemberId}'") == "erased", "the erasure");

        using var answer = await PostAsync(Tokens.Create(member.MemberId, MailKinds.Reminders));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, await host.ScalarAsync<long>($"select count(*) from preferences where member_id = '{member.MemberId}'"));
    }

    private static UnsubscribeTokens TokensOf(string secret) => new(Microsoft.Extensions.Options.Options.Create(new SharedKeyOptions { Secret = secret }));

    private async Task<HttpResponseMessage> PostAsync(string? token)
    {
        using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        return await host.AskAsync(null, HttpMethod.Post, $"unsubscribe?token={token}", form);
    }

    private async Task<string[]> OffAsync(Guid member) => await host.ScalarAsync<string[]>($"""select "off" from preferences where member_id = '{member}'""") ?? [];
}
