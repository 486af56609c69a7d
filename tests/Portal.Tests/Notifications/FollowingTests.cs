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

        await portal.SubmitAsync("/members/following", "mails", Member, ("on", "notices"), ("reminderDays", "7"), ("reminderHour", "18"));
        Assert.Equal("""PUT /api/notifications/preferences {"reminderDays":[7],"reminderHour":18,"off":["reminders","matches"]}""", Notifications.Told.Last());

        await portal.SubmitAsync("/members/following", $"unfollow-{FakeNotifications.Followed}", Member);
        Assert.Equal($"DELETE /api/notifications/follows/calls/{FakeNotifications.Followed}", Notifications.Told.Last());
    }
}
