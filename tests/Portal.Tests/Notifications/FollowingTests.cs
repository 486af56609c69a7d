using System.Net;

namespace PfP.Portal.Tests.Notifications;

/// <summary>A call is followed from its page, and members choose which mails they get of it.</summary>
public sealed class FollowingTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private FakeNotifications Notifications => portal.Behind.Notifications;

    private string Member => portal.Issuer.AccessToken(roles: ["member"]);

    [Fact]
    public async Task Visitor_IsLedThroughSignIn_ToWhereTheyFollow()
    {
        var visit = await portal.VisitAsync("/fr/calls/rolling");

        Assert.Contains("/fr/members/following/rolling", visit.Links("main"));
        Assert.Empty(visit.Page.QuerySelectorAll("main form"));
        Assert.Equal("/bff/login?returnUrl=%2Ffr%2Fmembers%2Ffollowing%2Frolling", (await portal.VisitAsync("/fr/members/following/rolling")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/calls/rolling", "follow", "PUT", 1)]
    [InlineData("/calls/closing", "unfollow", "DELETE", 0)]
    public async Task Page_OfACall_OffersWhatTheMemberDoesNotDoYet(string path, string form, string method, int call)
    {
        var page = (await portal.VisitAsync(path, Member)).Page;
        var offered = Assert.Single(page.QuerySelectorAll("main form"));
        Assert.Equal((form, $"/members/following/{path.Split('/')[^1]}"), (offered.QuerySelector("input[name=_handler]")!.GetAttribute("value"), offered.GetAttribute("action")));

        var visit = await portal.SubmitAsync(offered.GetAttribute("action")!, form, Member);

        Assert.Equal(HttpStatusCode.Redirect, visit.Status);
        Assert.EndsWith(path, visit.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal($"{method} /api/notifications/follows/calls/{FakeCalls.Calls[call].Summary.Id}", Notifications.Told.Last());
    }

    [Theory]
    [InlineData("/members/following/closing", "follow unfollow not-for-us")]
    [InlineData("/members/following/closing?not-for-us", "not-for-us follow unfollow")]
    public async Task Call_ThatIsNotForThem_IsDeclined_AndTheLinkOfAMailPutsThatFirst(string path, string forms)
    {
        var page = await portal.VisitAsync(path, Member);
        Assert.Equal(forms.Split(' '), page.Page.QuerySelectorAll("main input[name=_handler]").Select(handler => handler.GetAttribute("value")!));

        var visit = await portal.SubmitAsync(path, "not-for-us", Member);

        Assert.Equal((HttpStatusCode.Redirect, true), (visit.Status, visit.Headers.Location!.OriginalString.EndsWith("/calls/closing", StringComparison.Ordinal)));
        Assert.Equal($"PUT /api/notifications/follows/calls/{FakeCalls.Calls[0].Summary.Id}/not-for-us", Notifications.Told.Last());
    }

    [Fact]
    public async Task Calls_ThatAreOver_AreNotFollowed()
    {
        Assert.DoesNotContain("/members/following/informal", (await portal.VisitAsync("/calls/informal")).Links("main"));
        Assert.Contains("/members/following/month", (await portal.VisitAsync("/calls/month")).Links("main"));
    }

    [Fact]
    public async Task Following_ShowsWhatWasChosen_AndSendsWhatIsChosenNow()
    {
        var page = (await portal.VisitAsync("/members/following", Member)).Page;
        Assert.Equal(["reminders", "matches", "30", "1"], page.QuerySelectorAll("input[type=checkbox][checked]").Select(box => box.GetAttribute("value")!));
        Assert.Equal("9", page.QuerySelector("select[name=reminderHour] option[selected]")!.GetAttribute("value"));

        Assert.Equal(["daily", "22", "7"], new[] { "frequency", "quietFrom", "quietTo" }.Select(name => page.QuerySelector($"select[name={name}] option[selected]")!.GetAttribute("value")!));

        await portal.SubmitAsync("/members/following", "mails", Member, ("on", "notices"), ("reminderDays", "7"), ("reminderHour", "18"), ("frequency", "each"), ("quietFrom", ""), ("quietTo", ""));
        Assert.Equal("""PUT /api/notifications/preferences {"reminderDays":[7],"reminderHour":18,"off":["reminders","matches","follows"],"frequency":"each","quietFrom":null,"quietTo":null}""", Notifications.Told.Last());
        await portal.SubmitAsync("/members/following", "mails", Member, ("on", "follows"), ("reminderHour", "12"), ("frequency", "weekly"), ("quietFrom", "22"), ("quietTo", "12"));
        Assert.Equal("""PUT /api/notifications/preferences {"reminderDays":[],"reminderHour":12,"off":["reminders","notices","matches"],"frequency":"weekly","quietFrom":22,"quietTo":12}""", Notifications.Told.Last());

        await portal.SubmitAsync("/members/following", $"unfollow-{FakeNotifications.Followed}", Member);
        Assert.Equal($"DELETE /api/notifications/follows/calls/{FakeNotifications.Followed}", Notifications.Told.Last());
    }

    [Theory]
    [InlineData("8", "", "7", "quietFrom")]
    [InlineData("8", "22", "", "quietTo")]
    [InlineData("8", "7", "7", "quietTo")]
    [InlineData("23", "22", "7", "reminderHour")]
    [InlineData("6", "22", "7", "reminderHour")]
    [InlineData("12", "12", "13", "reminderHour")]
    public async Task QuietHours_ThatAreNone_AreRefusedAtTheirField_AndWhatWasChosenStays(string hour, string from, string to, string field)
    {
        var visit = await portal.SubmitAsync("/fr/members/following", "mails", Member, ("on", "follows"), ("reminderHour", hour), ("frequency", "daily"), ("quietFrom", from), ("quietTo", to));

        Assert.Equal($"#{field}", Assert.Single(visit.Page.QuerySelectorAll(".error-summary a")).GetAttribute("href"));
        Assert.Equal("true", visit.Page.QuerySelector($"select[name={field}]")!.GetAttribute("aria-invalid"));
        Assert.Equal((hour, from), (visit.Page.QuerySelector("select[name=reminderHour] option[selected]")!.GetAttribute("value"), visit.Page.QuerySelector("select[name=quietFrom] option[selected]")?.GetAttribute("value") ?? ""));
    }

    [Theory]
    [InlineData("/fr/practices/sending-money-home", "/fr/members/following/practices/sending-money-home")]
    [InlineData("/tools/guide", "/members/following/tools/guide")]
    [InlineData("/sessions/pfp-berlin", "/members/following/sessions/pfp-berlin")]
    public async Task Entry_LeadsThroughSignIn_ToWhereItIsFollowed_ByALinkAlone(string path, string follow)
    {
        var visit = await portal.VisitAsync(path);

        Assert.Contains(follow, visit.Links("main"));
        Assert.Empty(visit.Page.QuerySelectorAll("main form"));
        Assert.Equal($"/bff/login?returnUrl={Uri.EscapeDataString(follow)}", (await portal.VisitAsync(follow)).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/members/following/tools/guide", "follow", "PUT")]
    [InlineData("/members/following/practices/sending-money-home", "unfollow", "DELETE")]
    public async Task Entry_IsFollowed_OrNoLonger(string path, string form, string method)
    {
        var entry = Samples.Entries.Single(entry => path.EndsWith(entry.Url, StringComparison.Ordinal));
        Assert.Equal([form], (await portal.VisitAsync(path, Member)).Page.QuerySelectorAll("main input[name=_handler]").Select(handler => handler.GetAttribute("value")!));

        var visit = await portal.SubmitAsync(path, form, Member);

        Assert.Equal((HttpStatusCode.Redirect, true), (visit.Status, visit.Headers.Location!.OriginalString.EndsWith("/members/following?saved", StringComparison.Ordinal)));
        Assert.Equal($"{method} /api/notifications/follows/entries/{entry.Id}", Notifications.Told.Last());
    }

    [Fact]
    public async Task Following_ListsEntries_AndEndsIt()
    {
        var entry = FakeNotifications.FollowedPractice;
        Assert.Contains("/practices/sending-money-home", (await portal.VisitAsync("/members/following", Member)).Links("#entries"));

        await portal.SubmitAsync("/members/following", $"unfollow-entry-{entry.Id}", Member);

        Assert.Equal($"DELETE /api/notifications/follows/entries/{entry.Id}", Notifications.Told.Last());
        Assert.Equal(HttpStatusCode.NotFound, (await portal.VisitAsync("/members/following/summits/10", Member)).Status);
    }
}
