using System.Net;
using System.Xml.Linq;
using Ical.Net;
using PfP.Portal.Tests.Security;

namespace PfP.Portal.Tests.Announcements;

/// <summary>Announcements on the home page, on pages of their own, in a feed and in calendars; and what the secretariat tells of them.</summary>
public sealed class AnnouncementPagesTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private static readonly string Event = $"/announcements/{FakeAnnouncements.Event}";
    private static readonly string Desk = $"/desk/announcements/{FakeAnnouncements.Event}";

    private static readonly (string Name, string Value)[] Typed =
    [
        ("title", "Mine"), ("text", "Text"), ("language", "en"), ("shownFrom", "2026-03-01"), ("link", ""), ("eventFrom", "2094-05-03"), ("eventFromTime", "09:30"), ("eventTo", "2094-05-04"), ("eventToTime", "17:00"),
        ("place", "Palais des Nations"), ("zone", "Europe/Zurich"),
    ];

    private FakeAnnouncements Announcements => portal.Behind.Announcements;

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    public void Dispose() => Announcements.Wrong = null;

    [Fact]
    public async Task HomePage_ShowsThree_InTheReadersLanguage()
    {
        var visit = await portal.VisitAsync("/fr");

        Assert.Contains("/api/catalogue/announcements?page=1&pageSize=3&lang=fr", portal.Behind.Asked);
        Assert.Equal(3, visit.Page.QuerySelectorAll("#announcements li.entry").Length);
        Assert.Contains("/fr/announcements", visit.Links("#announcements"));
        Assert.Equal("en", visit.Page.QuerySelector("#announcements li a")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task Pages_SayWhenAndWhere_AndTheListGoesOn()
    {
        var (list, one) = (await portal.VisitAsync("/announcements?page=2"), await portal.VisitAsync(Event));

        Assert.Contains("/announcements?page=3", list.Links(".pager"));
        Assert.Contains("/api/catalogue/announcements?page=2&pageSize=20&lang=en", portal.Behind.Asked);
        Assert.Contains("(Europe/Zurich)", one.Text("#event p"), StringComparison.Ordinal);
        Assert.Contains("https://example.org/summit", one.Links(".text"));
        Assert.NotNull(one.Page.QuerySelector(".text strong"));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.VisitAsync($"/announcements/{Guid.Empty}")).Status);
    }

    [Fact]
    public async Task Feed_HasThem_TheNewestFirst_AsText()
    {
        var visit = await portal.VisitAsync("/es/announcements/feed.atom");
        var entries = XDocument.Parse(visit.Html).Descendants().Where(element => element.Name.LocalName == "entry").ToList();

        Assert.Contains("/api/catalogue/announcements?page=1&pageSize=30&lang=es&sort=newest", portal.Behind.Asked);
        Assert.Equal(3, entries.Count);
        Assert.Equal($"http://localhost/es{Event}", entries[0].Elements().Single(element => element.Name.LocalName == "link").Attribute("href")!.Value);
        Assert.Contains("Palais des Nations", entries[0].Elements().Single(element => element.Name.LocalName == "content").Value, StringComparison.Ordinal);
        Assert.DoesNotContain(XDocument.Parse(visit.Html).Descendants(), element => element.Name.LocalName is "script" or "img");
    }

    [Fact]
    public async Task Event_IsAnEventOfACalendar_AndWhatIsNone_IsNot()
    {
        var dates = Assert.Single(Calendar.Load((await portal.VisitAsync($"/fr{Event}/event.ics")).Html)!.Events);

        Assert.Equal((new DateTime(2094, 5, 3, 7, 30, 0, DateTimeKind.Utc), new DateTime(2094, 5, 4, 15, 0, 0, DateTimeKind.Utc)), (dates.Start!.AsUtc, dates.End!.AsUtc));
        Assert.Equal(("Palais des Nations", 3, $"announcement-{FakeAnnouncements.Event}@localhost"), (dates.Location, dates.Sequence, dates.Uid));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.VisitAsync($"/announcements/{FakeAnnouncements.Plain}/event.ics")).Status);
    }

    [Theory]
    [InlineData("/practices/sending-money-home")]
    [InlineData("/fr/practices/hostile")]
    [InlineData("/es/sessions/hostile-session")]
    public async Task ShareText_OfAnEntry_FitsWithItsAddress(string path) => AssertFits(await portal.VisitAsync(path), path);

    [Fact]
    public async Task ShareText_OfALongTitle_IsShortenedNotItsAddress()
    {
        var path = $"/fr/announcements/{FakeAnnouncements.Plain}";
        var visit = await portal.VisitAsync(path);

        var text = AssertFits(visit, path);
        Assert.Equal(280, text.Length);
        Assert.Contains("é… http", text, StringComparison.Ordinal);
        Assert.StartsWith("Plateforme pour les partenariats du FMMD : ", text, StringComparison.Ordinal);
        Assert.Contains($"body={Uri.EscapeDataString(text)}", visit.Links("#share")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/announcements")]
    [InlineData("hostile")]
    public async Task Page_WithHostileTexts_ShowsThemAsText(string path) => Harmless.Check(await portal.VisitAsync(path == "hostile" ? $"/announcements/{FakeAnnouncements.Hostile}" : path));

    [Fact]
    public async Task Secretariat_AnnouncesChangesAndWithdraws()
    {
        var added = await portal.SubmitAsync("/desk/announcements", "add", Moderator, Typed);
        Assert.Equal(
            """POST /  {"title":"Mine","text":"Text","language":"en","shownFrom":"2026-03-01","link":"","eventFrom":"2094-05-03","eventFromTime":"09:30","eventTo":"2094-05-04","eventToTime":"17:00","place":"Palais des Nations","zone":"Europe/Zurich"}""",
            Announcements.Told.Last());
        var changed = await portal.SubmitAsync(Desk, "change", Moderator, Typed);
        Assert.StartsWith($$"""PUT /{{FakeAnnouncements.Event}} "3" {"title":"Mine",""", Announcements.Told.Last(), StringComparison.Ordinal);
        var withdrawn = await portal.SubmitAsync(Desk, "withdraw", Moderator);
        Assert.Equal($"POST /{FakeAnnouncements.Event}/withdraw \"3\" ", Announcements.Told.Last());

        Assert.All([added, changed, withdrawn], visit => Assert.Equal("/desk/announcements?saved", visit.Headers.Location!.PathAndQuery));
    }

    [Fact]
    public async Task Announcement_ChangedByAnotherMeanwhile_IsShownBesideWhatWasTyped()
    {
        var visit = await portal.SubmitAsync(Desk, "change", Moderator, [.. Typed, ("version", "2")]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Mine"), (visit.Status, visit.Page.QuerySelector("input[name=title]")!.GetAttribute("value")));
        Assert.Contains("It is now: Summit of samples", visit.Text("#title-error"), StringComparison.Ordinal);
        Assert.Equal(["#title", "#text", "#link"], visit.Links(".error-summary"));
        Assert.Equal("3", visit.Page.QuerySelector("main form input[name=version]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Refusal_IsSaidAtTheField_InTheReadersLanguage()
    {
        Announcements.Wrong = new Dictionary<string, string[]> { ["link"] = ["In English."], ["zone"] = ["In English."] };

        var visit = await portal.SubmitAsync("/es/desk/announcements", "add", Moderator, Typed);

        Assert.Equal(["#link", "#zone"], visit.Links(".error-summary"));
        Assert.Contains("https://", visit.Text("#link-error"), StringComparison.Ordinal);
        Assert.DoesNotContain("In English.", visit.Html, StringComparison.Ordinal);
        Assert.Equal("Mine", visit.Page.QuerySelector("input[name=title]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Footer_LeadsToTheChannelsThatAreConfigured_AndByDefaultToNone()
    {
        await using var configured = portal.WithWebHostBuilder(builder => builder
            .UseSetting("Portal:SocialChannels:0:Name", "A <b>channel</b>").UseSetting("Portal:SocialChannels:0:Url", "https://social.example.org/gfmd")
            .UseSetting("Portal:SocialChannels:1:Name", "Unsafe").UseSetting("Portal:SocialChannels:1:Url", "javascript:alert(1)"));
        using var reader = configured.CreateClient();
        using var answer = await reader.GetAsync(new Uri("/about", UriKind.Relative), TestContext.Current.CancellationToken);
        var visit = await PortalFixture.ReadAsync(answer);

        Assert.Equal("A <b>channel</b>", visit.Text("footer a[href='https://social.example.org/gfmd']"));
        Assert.DoesNotContain("Unsafe", visit.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Follow the forum", (await portal.VisitAsync("/about")).Html, StringComparison.Ordinal);
    }

    private static string AssertFits(Visit visit, string path)
    {
        var text = visit.Text("textarea#share-text");
        Assert.True(text.Length <= 280, $"{text.Length} characters.");
        Assert.EndsWith($" http://localhost{path}", text, StringComparison.Ordinal);
        Assert.True(visit.Page.QuerySelector("textarea#share-text")!.HasAttribute("readonly"));
        return text;
    }
}
