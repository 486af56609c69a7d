using System.Net;
using PfP.Portal.Tests.Security;

namespace PfP.Portal.Tests.CallDrafts;

/// <summary>The secretariat reads every mail of a call before anybody gets it.</summary>
public sealed class CallMailsTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private static readonly string Page = $"/desk/calls/{FakeCallDrafts.Submitted}/mails";

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    public void Dispose() => (portal.Behind.Notifications.Fails, portal.Behind.CallsFail) = (false, false);

    [Fact]
    public async Task Mails_StandInTheOrderOfTheCallsLife_WithTheirTimesAndReaders()
    {
        var visit = await portal.VisitAsync(Page, Moderator);

        Harmless.Check(visit);
        Assert.Equal(["review", "opening", "reminders", "changes", "replies", "outcome", HostileSubmissions.Line], visit.Page.QuerySelectorAll("main section[id]:not(#reach)").Select(section => section.Id!));
        Assert.Equal($"call-mails {FakeCallDrafts.Submitted} en", portal.Behind.Notifications.Told.Last(told => told.StartsWith("call-mails", StringComparison.Ordinal)));
        Assert.Contains("4 people would be told", visit.Text("#reach"), StringComparison.Ordinal);
        Assert.Equal(["That is over; none is sent any more.", "Whoever sent the call in"], Facts(visit, "call-received").Take(2));
        Assert.Equal(["When the call is published", "Those who answer for its country or organisation: 1"], Facts(visit, "own-call-published").Take(2));
        Assert.StartsWith("After publication: at once", Facts(visit, "follows-digest")[0], StringComparison.Ordinal);
        Assert.Equal("30 January 2094, 08:00 (Europe/Chisinau; 06:00 UTC): that time has passed; none is sent any more.", Facts(visit, "call-reminder-30")[0]);
        Assert.Equal(["28 February 2094, 08:00 by each reader’s own clock, unless they have chosen another hour; by the clock of Europe/Chisinau it is this date", "Members who follow it: 1,200", HostileSubmissions.Line], Facts(visit, "call-reminder-1"));
        Assert.Equal(["If its deadline is extended, at once", "Members who follow it: 0"], Facts(visit, "followed-call-extended").Take(2));
        Assert.Equal(["With each reply of a guest, at once", "The guest who replied"], Facts(visit, "guest-reply-sent").Take(2));
        Assert.Equal("30 May 2094, 09:00 (Europe/Chisinau; 06:00 UTC)", Facts(visit, "own-outcome-overdue")[0]);
        Assert.Equal(HostileSubmissions.Text, visit.Page.QuerySelector("#call-reminder-1 .mail-text")!.TextContent.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("", "en")]
    [InlineData("?lang=es", "es")]
    [InlineData("?lang=xx", "en")]
    public async Task Mails_AreInTheLanguageChosen_EachInAFrameOfItsOwn(string query, string language)
    {
        var visit = await portal.VisitAsync(Page + query, Moderator);

        Assert.Equal($"call-mails {FakeCallDrafts.Submitted} {language}", portal.Behind.Notifications.Told.Last(told => told.StartsWith("call-mails", StringComparison.Ordinal)));
        Assert.Equal(language, visit.Page.QuerySelector("main .chips [aria-current]")!.GetAttribute("lang"));
        Assert.All(visit.Page.QuerySelectorAll("iframe"), frame => Assert.Equal(("", "lazy"), (frame.GetAttribute("sandbox"), frame.GetAttribute("loading"))));
        var path = visit.Page.QuerySelector("#guest-reply-sent iframe")!.GetAttribute("src")!;
        Assert.Equal($"{Page}/guest-reply-sent?lang={language}", path);
        using var reader = portal.CreateReader();
        reader.DefaultRequestHeaders.Authorization = new("Bearer", Moderator);
        using var framed = await reader.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("<p>guest-reply-sent</p>", await framed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"], framed.Headers.GetValues("Content-Security-Policy"));
        Assert.True(framed.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Mails_ThatAreNotKnown_AreSaidToBeMissing()
    {
        var unready = await portal.VisitAsync($"/desk/calls/{FakeCallDrafts.Unready}/mails", Moderator);
        portal.Behind.Notifications.Fails = true;
        var away = await portal.VisitAsync(Page, Moderator);
        var frame = await portal.VisitAsync($"{Page}/call-received", Moderator);
        portal.Behind.Notifications.Fails = false;

        Assert.Contains("cannot be published as it stands", unready.Text(".notice"), StringComparison.Ordinal);
        Assert.Contains("cannot be shown at the moment", away.Text(".notice-strong"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (away.Status, frame.Status));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.VisitAsync($"{Page}/no-such-mail", Moderator)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.VisitAsync($"/desk/calls/{Guid.CreateVersion7()}/mails", Moderator)).Status);
    }

    [Fact]
    public async Task Pages_LeadModeratorsThere_AndNobodyElse()
    {
        var call = FakeCalls.Calls.First(known => known.PublishedAt is not null).Summary;

        Assert.Contains(Page, (await portal.VisitAsync($"/desk/calls/{FakeCallDrafts.Submitted}", Moderator)).Links("main"));
        Assert.Contains($"/fr/desk/calls/{call.Id}/mails", (await portal.VisitAsync($"/fr{call.Url}", Moderator)).Links("main"));
        foreach (var token in new[] { null, portal.Issuer.AccessToken(roles: ["focal_point"], entity: FakeSubmissions.Owner) })
        {
            Assert.DoesNotContain((await portal.VisitAsync(call.Url, token)).Links("main"), link => link.Contains("/desk/", StringComparison.Ordinal));
        }
    }

    private static string[] Facts(Visit visit, string key) => [.. visit.Page.QuerySelectorAll($"#{key} dd").Select(fact => fact.TextContent.Trim())];
}
