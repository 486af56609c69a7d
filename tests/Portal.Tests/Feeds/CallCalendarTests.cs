using System.Net;
using System.Text.Json;
using PfP.Testing;

namespace PfP.Portal.Tests.Feeds;

/// <summary>The calendar of deadlines, read by an iCalendar library that has no part in writing it.</summary>
public sealed class CallCalendarTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Calendar_OfAllDeadlines_HasEachAsItIsStated()
    {
        var events = await EventsAsync("/calls/deadlines.ics");

        var closing = events["00000001-0000-0000-0000-000000000000"];
        Assert.Equal("Deadline: Partners for a study, with; odd, characters", closing.GetProperty("summary").GetString());
        Assert.Equal(("2094-03-01T16:00:00Z", false, 3), (closing.GetProperty("start").GetString(), closing.GetProperty("isDate").GetBoolean(), closing.GetProperty("sequence").GetInt32()));
        Assert.Equal(("CONFIRMED", "http://localhost/calls/closing"), (closing.GetProperty("status").GetString(), closing.GetProperty("url").GetString()));

        // A day is that day wherever the reader is; a cancelled call is crossed out; what has no deadline or is over is not there.
        var upcoming = events["00000003-0000-0000-0000-000000000000"];
        Assert.Equal(("2094-06-01", true), (upcoming.GetProperty("start").GetString(), upcoming.GetProperty("isDate").GetBoolean()));
        Assert.Equal("CANCELLED", events["00000004-0000-0000-0000-000000000000"].GetProperty("status").GetString());
        Assert.Equal(3, events.Count);
    }

    [Fact]
    public async Task Calendar_OfOneCall_HasThatOneInTheLanguageAsked()
    {
        var only = Assert.Single(await EventsAsync("/fr/calls/closing/deadline.ics")).Value;

        Assert.StartsWith("Date limite", only.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal("http://localhost/fr/calls/closing", only.GetProperty("url").GetString());
    }

    [Fact]
    public async Task Calendar_WithAFilter_PassesItOn()
    {
        await portal.VisitAsync("/calls/deadlines.ics?theme=remittances&country=KE&q=ignored");

        var asked = portal.Behind.Asked.Last(path => path.StartsWith("/api/calls?country", StringComparison.Ordinal));
        Assert.Contains("country=KE&theme=remittances", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("ignored", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/calls/deadlines.ics?theme=weather", HttpStatusCode.BadRequest)]
    [InlineData("/calls/rolling/deadline.ics", HttpStatusCode.NotFound)]
    [InlineData("/calls/nothing/deadline.ics", HttpStatusCode.NotFound)]
    public async Task Calendar_ThatThereIsNot_SaysSo(string path, HttpStatusCode expected) => Assert.Equal(expected, (await portal.VisitAsync(path)).Status);

    private async Task<IReadOnlyDictionary<string, JsonElement>> EventsAsync(string path) =>
        await CalendarReader.ReadAsync((await portal.VisitAsync(path)).Html, TestContext.Current.CancellationToken);
}
