using System.Net;
using System.Text.Json;
using PfP.Testing;

namespace PfP.Portal.Tests.Pages;

/// <summary>Whether a session is to come follows from its days and the clock.</summary>
public sealed class SessionPagesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task List_HasThoseToCome_UnderAHeadingOfTheirOwn_WithTheirDays()
    {
        var visit = await portal.VisitAsync("/sessions");
        var byTitle = await portal.VisitAsync("/sessions?sort=title");

        Assert.Equal(["To come", "Held"], visit.Page.QuerySelectorAll("main h2").Select(heading => heading.TextContent).Take(2));
        Assert.Contains("3 May 2094 – 4 May 2094", visit.Text("main .entries"), StringComparison.Ordinal);
        Assert.DoesNotContain("To come", byTitle.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfASessionToCome_SaysWhenAndWhere_AndOffersItToTheCalendar()
    {
        var visit = await portal.VisitAsync("/sessions/pfp-ahead");

        Assert.Contains("3 May 2094 – 4 May 2094 · Geneva, room; XX", visit.Text("main .deadline"), StringComparison.Ordinal);
        Assert.Contains("/sessions/pfp-ahead/session.ics", visit.Links("main"));
        Assert.Contains("https://example.org/live", visit.Links("main"));
        Assert.Contains("09:30 Opening", visit.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfASessionThatWasHeld_OffersNoCalendar()
    {
        var visit = await portal.VisitAsync("/sessions/pfp-berlin");

        Assert.Null(visit.Page.QuerySelector("main .deadline"));
        Assert.DoesNotContain(visit.Links("main"), link => link.EndsWith(".ics", StringComparison.Ordinal));
        Assert.Contains("28 June 2017 – 30 June 2017", visit.Text("main .facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_HasItsDays_WhereverTheReaderIs()
    {
        var entry = Assert.Single(await EventsAsync("/fr/sessions/pfp-ahead/session.ics")).Value;

        Assert.Equal(("PfP session to come", "2094-05-03", true, 2), (entry.GetProperty("summary").GetString(), entry.GetProperty("start").GetString(), entry.GetProperty("isDate").GetBoolean(), entry.GetProperty("sequence").GetInt32()));
        Assert.Equal(("CONFIRMED", "http://localhost/fr/sessions/pfp-ahead"), (entry.GetProperty("status").GetString(), entry.GetProperty("url").GetString()));
        var text = (await portal.VisitAsync("/sessions/pfp-ahead/session.ics")).Html;
        // The day after the last one.
        Assert.Contains("DTEND;VALUE=DATE:20940505", text, StringComparison.Ordinal);
        Assert.Contains(@"LOCATION:Geneva\, room\; XX", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sessions/nothing/session.ics")]
    [InlineData("/sessions/withdrawn/session.ics")]
    public async Task Calendar_ThatThereIsNot_IsNotFound(string path) => Assert.Equal(HttpStatusCode.NotFound, (await portal.VisitAsync(path)).Status);

    private async Task<IReadOnlyDictionary<string, JsonElement>> EventsAsync(string path) =>
        await CalendarReader.ReadAsync((await portal.VisitAsync(path)).Html, TestContext.Current.CancellationToken);
}
