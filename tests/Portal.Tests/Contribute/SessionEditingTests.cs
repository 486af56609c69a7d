using System.Net;

namespace PfP.Portal.Tests.Contribute;

/// <summary>The secretariat writes sessions by the form of contributions, and publishes them itself.</summary>
public sealed class SessionEditingTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string Draft = $"/contribute/{FakeSubmissions.SessionDraft}";

    private static readonly (string, string)[] Typed =
    [
        ("title", "A session"), ("summit", "10"), ("startDate", "2094-05-03"), ("endDate", ""), ("duration", "two hours"), ("place", "Geneva"), ("organisation", "IOM"), ("organisationRole", "partner"),
        ("programme", "09:30 Opening"), ("videoUrl", "https://example.org/live"), ("videoCaptions", "no"), ("videoTranscript", ""), ("themes", "remittances"), ("type", "pfp-session"), ("format", "Panel"), ("language", "en"), ("linkUrl", ""), ("linkLabel", ""), ("summary", "In short"),
        .. Presentation("2", "/tools/guide", "Second", "Amina"), .. Presentation("", "", "", ""), .. Presentation("1", "/practices/sending-money-home", "First", ""),
    ];

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    [Fact]
    public async Task Desk_ListsDraftsAndWhatIsPublished_AndStartsOne()
    {
        var page = await portal.VisitAsync("/desk/sessions", Moderator);
        var started = await portal.SubmitAsync("/desk/sessions", "start", Moderator);

        Assert.Equal([Draft], page.Links("#drafts"));
        Assert.Contains("and 20 more", page.Text("#drafts"), StringComparison.Ordinal);
        Assert.Contains("/desk/sessions/pfp-berlin", page.Links("#published"));
        Assert.Equal((HttpStatusCode.Redirect, Draft), (started.Status, Path(started)));
        Assert.StartsWith("POST ?kind=session {", portal.Behind.Submissions.Told.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_OfOneSession_BeginsItsCorrection_AndItsPageLeadsThere()
    {
        var visit = await portal.SubmitAsync("/desk/sessions/pfp-berlin", "correct", Moderator);

        Assert.Equal((HttpStatusCode.Redirect, Draft), (visit.Status, Path(visit)));
        Assert.Contains("sessions/pfp-berlin/correction", portal.Behind.DeskEntries.Told);
        Assert.Contains("/desk/sessions/pfp-berlin", (await portal.VisitAsync("/sessions/pfp-berlin", Moderator)).Links("main"));
        Assert.DoesNotContain("/desk/sessions/pfp-berlin", (await portal.VisitAsync("/sessions/pfp-berlin", portal.Issuer.AccessToken(roles: ["focal_point"], entity: "country:MD"))).Links("main"));
    }

    [Fact]
    public async Task Form_AsksWhatASessionIs_EachWithHelp_AndOffersToPublish()
    {
        var visit = await portal.VisitAsync(Draft, Moderator);

        var fields = visit.Page.QuerySelector("form[data-draft]")!.QuerySelectorAll(":scope > .field");
        Assert.Equal(
            ["title", "summit", "startDate", "endDate", "duration", "place", "organisations", "programme", "presentations", "themes", "type", "format", "language", "links", "summary"],
            fields.Select(field => field.Id is { Length: > 0 } id ? id : field.QuerySelector("[id][name]")!.Id));
        Assert.All(fields, field => Assert.NotNull(field.QuerySelector(".hint")));
        Assert.Equal("Publish", visit.Text("button[value=submit]"));
        Assert.Equal(["/practices/sending-money-home", "/tools/guide", "", ""], visit.Page.QuerySelectorAll("[name=presentationEntry]").Select(input => input.GetAttribute("value") ?? ""));
        Assert.Equal("10", visit.Page.QuerySelector("select[name=summit] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Form_OfASession_IsNotForMembers()
    {
        var visit = await portal.VisitAsync(Draft, portal.Issuer.AccessToken(roles: ["focal_point"], entity: "country:MD"));

        Assert.Null(visit.Page.QuerySelector("form[data-draft]"));
    }

    [Fact]
    public async Task Save_SendsAllThatWasTyped_WithThePresentationsInTheirPlaces_AsDoesTheScript()
    {
        var saved = await portal.SubmitAsync(Draft, "form", Moderator, [.. Typed, ("then", "save")]);
        var told = Last("PUT");
        var autosaved = await portal.SubmitAsync(Draft, "form", Moderator, [.. Typed, ("then", "autosave")]);

        Assert.Equal((HttpStatusCode.Redirect, $"{Draft}?saved", HttpStatusCode.OK), (saved.Status, Path(saved), autosaved.Status));
        foreach (var part in new[]
        {
            "\"summit\":\"10\"", "\"startDate\":\"2094-05-03\"", "\"duration\":\"two hours\"", "\"place\":\"Geneva\"", "\"programme\":\"09:30 Opening\"", "\"url\":\"https://example.org/live\"",
            "\"presentations\":[{\"entry\":\"/practices/sending-money-home\",\"title\":\"First\"", "{\"entry\":\"/tools/guide\",\"title\":\"Second\",\"countries\":\"Kenya; Peru\",\"organisations\":\"IFAD\",\"speakers\":\"Amina\",\"slides\":\"https://example.org/s\",\"video\":\"\"}]",
        })
        {
            Assert.Contains(part, told, StringComparison.Ordinal);
        }

        Assert.Equal(told, Last("PUT"));
    }

    [Fact]
    public async Task Publish_NeedsNoReview()
    {
        var visit = await portal.SubmitAsync(Draft, "form", Moderator, [.. Typed, ("then", "submit")]);

        Assert.Equal((HttpStatusCode.Redirect, $"{Draft}?saved"), (visit.Status, Path(visit)));
        Assert.StartsWith($"POST /{FakeSubmissions.SessionDraft}/publish", Last("POST"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_OfWhatIsWrong_SaysSoAtTheField_InTheReadersLanguage()
    {
        portal.Behind.Submissions.Wrong = new Dictionary<string, string[]> { ["presentations"] = ["No."], ["summit"] = ["There is no such summit."], ["duration"] = ["It is a number."] };
        try
        {
            var visit = await portal.SubmitAsync($"/es{Draft}", "form", Moderator, [.. Typed, ("then", "submit")]);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
            Assert.Equal(["#summit", "#duration", "#presentations"], visit.Links(".error-summary"));
            Assert.Contains("minutos", visit.Text("#duration-error"), StringComparison.Ordinal);
            Assert.Equal("two hours", visit.Page.QuerySelector("input[name=duration]")!.GetAttribute("value"));
        }
        finally
        {
            portal.Behind.Submissions.Wrong = null;
        }
    }

    [Fact]
    public async Task Save_AfterSomebodyElses_ShowsBothAtTheFieldsThatDiffer()
    {
        var visit = await portal.SubmitAsync(Draft, "form", Moderator, [.. Typed, ("then", "save"), ("version", "2")]);

        Assert.Equal(HttpStatusCode.Conflict, visit.Status);
        Assert.Contains("2094-05-04", visit.Text("#endDate-error"), StringComparison.Ordinal);
        Assert.Contains("Kenya", visit.Text("#presentations-error"), StringComparison.Ordinal);
        Assert.DoesNotContain("#startDate", visit.Links(".error-summary"));
    }

    [Fact]
    public async Task Preview_ShowsWhatASessionSays_AndNothingOfOtherKinds()
    {
        var visit = await portal.VisitAsync($"{Draft}?preview", Moderator);

        Assert.Contains("/practices/sending-money-home", visit.Links("#preview"));
        Assert.Contains("As a browser sends paragraphs.", visit.Text("#preview"), StringComparison.Ordinal);
        Assert.DoesNotContain("A challenge that no session has", visit.Text("#preview"), StringComparison.Ordinal);
    }

    private static (string, string)[] Presentation(string place, string entry, string title, string speakers) =>
    [
        ("presentationPlace", place), ("presentationEntry", entry), ("presentationTitle", title), ("presentationCountries", entry.Length > 0 ? "Kenya; Peru" : ""), ("presentationOrganisations", entry.Length > 0 ? "IFAD" : ""),
        ("presentationSpeakers", speakers), ("presentationSlides", entry.Length > 0 ? "https://example.org/s" : ""), ("presentationVideo", ""),
    ];

    private string Last(string method) => portal.Behind.Submissions.Told.Last(line => line.StartsWith($"{method} /{FakeSubmissions.SessionDraft}", StringComparison.Ordinal));

    private static string? Path(Visit visit) => visit.Headers.Location is { } location ? location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString : null;
}
