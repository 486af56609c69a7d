using System.Net;

namespace PfP.Portal.Tests.Contribute;

/// <summary>The secretariat writes recommendations by the form of contributions; everybody reads them by summit.</summary>
public sealed class RecommendationEditingTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string Draft = $"/contribute/{FakeSubmissions.RecommendationDraft}";

    private static readonly (string, string)[] Typed =
    [
        ("title", "Exchange records"), ("summit", "10"), ("roundTable", "Round Table 1"), ("text", "Do it"), ("sourceName", "The report"), ("sourceUrl", "https://example.org/r"), ("sourcePage", "9"),
        ("themes", "remittances"), ("gcm", "22"), ("gcm", "1"), ("language", "en"), ("translations-fr-origin", "human"), ("translations-fr-title", "Échanger"), ("translations-fr-text", "Le faire"),
    ];

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    [Fact]
    public async Task Desk_ListsDraftsAndWhatIsPublished_StartsOne_AndEditsOne()
    {
        var page = await portal.VisitAsync("/desk/recommendations", Moderator);
        var started = await portal.SubmitAsync("/desk/recommendations", "start", Moderator);
        var correction = await portal.SubmitAsync("/desk/recommendations/exchange-records", "correct", Moderator);

        Assert.Equal([Draft], page.Links("#drafts"));
        Assert.Contains("/desk/recommendations/exchange-records", page.Links("#published"));
        Assert.Equal((Draft, Draft), (Path(started), Path(correction)));
        Assert.Contains(portal.Behind.Submissions.Told, line => line.StartsWith("POST ?kind=recommendation {", StringComparison.Ordinal));
        Assert.Contains("recommendations/exchange-records/correction", portal.Behind.DeskEntries.Told);
        Assert.Contains("/desk/recommendations/exchange-records", (await portal.VisitAsync("/recommendations/exchange-records", Moderator)).Links("main"));
        Assert.DoesNotContain("/desk/recommendations/exchange-records", (await portal.VisitAsync("/recommendations/exchange-records")).Links("main"));
    }

    [Fact]
    public async Task Form_AsksWhatARecommendationIs_EachWithHelp_AndOffersToPublish()
    {
        var visit = await portal.VisitAsync(Draft, Moderator);

        var fields = visit.Page.QuerySelector("form[data-draft]")!.QuerySelectorAll(":scope > .field");
        Assert.Equal(
            ["title", "summit", "roundTable", "text", "sourceName", "sourceUrl", "sourcePage", "themes", "gcm", "language", "translations"],
            fields.Select(field => field.Id is { Length: > 0 } id ? id : field.QuerySelector("[id][name]")!.Id));
        Assert.All(fields, field => Assert.NotNull(field.QuerySelector(".hint")));
        Assert.Equal("Publish", visit.Text("button[value=submit]"));
        Assert.Null((await portal.VisitAsync(Draft, portal.Issuer.AccessToken(roles: ["focal_point"], entity: "country:MD"))).Page.QuerySelector("form[data-draft]"));
    }

    [Fact]
    public async Task Save_SendsAllThatWasTyped_AndPublishNeedsNoReview()
    {
        var saved = await portal.SubmitAsync(Draft, "form", Moderator, [.. Typed, ("then", "save")]);
        var told = Last("PUT");
        var published = await portal.SubmitAsync(Draft, "form", Moderator, [.. Typed, ("then", "submit")]);

        Assert.Equal(($"{Draft}?saved", $"{Draft}?saved"), (Path(saved), Path(published)));
        foreach (var part in new[]
        {
            "\"summit\":\"10\"", "\"roundTable\":\"Round Table 1\"", "\"text\":\"Do it\"", "\"sourceName\":\"The report\"", "\"sourceUrl\":\"https://example.org/r\"", "\"sourcePage\":\"9\"", "\"themes\":[\"remittances\"]", "\"gcm\":[\"22\",\"1\"]",
            "\"language\":\"fr\"", "\"text\":\"Le faire\"",
        })
        {
            Assert.Contains(part, told, StringComparison.Ordinal);
        }

        Assert.StartsWith($"POST /{FakeSubmissions.RecommendationDraft}/publish", Last("POST"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_OfWhatIsWrong_SaysSoAtTheField_InTheReadersLanguage()
    {
        portal.Behind.Submissions.Wrong = new Dictionary<string, string[]> { ["sourceUrl"] = ["It is a web address."], ["gcm"] = ["At most 5."], ["text"] = ["It is required."] };
        try
        {
            var visit = await portal.SubmitAsync($"/fr{Draft}", "form", Moderator, [.. Typed, ("then", "submit")]);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
            Assert.Equal(["#gcm", "#sourceUrl", "#text"], visit.Links(".error-summary").Order());
            Assert.Contains("http", visit.Text("#sourceUrl-error"), StringComparison.Ordinal);
            Assert.Contains("cinq", visit.Text("#gcm-error"), StringComparison.Ordinal);
        }
        finally
        {
            portal.Behind.Submissions.Wrong = null;
        }
    }

    [Fact]
    public async Task Preview_ShowsWhatARecommendationSays_AndNothingOfOtherKinds()
    {
        var preview = (await portal.VisitAsync($"{Draft}?preview", Moderator)).Text("#preview");

        Assert.Contains("As a browser sends paragraphs.", preview, StringComparison.Ordinal);
        Assert.Contains("https://example.org/proceedings.pdf", preview, StringComparison.Ordinal);
        Assert.Contains("Il faut échanger.", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("A challenge that no recommendation has", preview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_HasItsTextSummitRoundTableAndSource_WithThePage()
    {
        var visit = await portal.VisitAsync("/recommendations/exchange-records");

        Assert.Contains("Governments should exchange records.", visit.Text(".text"), StringComparison.Ordinal);
        Assert.Contains("https://example.org/proceedings.pdf", visit.Links(".text"));
        Assert.Contains("page 12–13", visit.Text(".text"), StringComparison.Ordinal);
        Assert.Contains("Round Table 1.1", visit.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("/summits/10", visit.Links(".aside"));
    }

    [Fact]
    public async Task List_StandsUnderItsSummits_AndASummitHasItsOwn_OrSaysThatThereAreNone()
    {
        var list = await portal.VisitAsync("/recommendations");
        var (berlin, other) = (await portal.VisitAsync("/summits/10"), await portal.VisitAsync("/summits/3"));

        Assert.Equal(["GFMD Summit 10, Berlin 2017", "GFMD Summit 9, Dhaka 2016", "Summit not stated"], list.Page.QuerySelectorAll("main h2").Select(heading => heading.TextContent).Take(3));
        Assert.Equal(["/recommendations/exchange-records"], berlin.Links("#recommendations"));
        Assert.Contains("No recommendation of this summit is recorded yet.", other.Text("#recommendations"), StringComparison.Ordinal);
    }

    private string Last(string method) => portal.Behind.Submissions.Told.Last(line => line.StartsWith($"{method} /{FakeSubmissions.RecommendationDraft}", StringComparison.Ordinal));

    private static string? Path(Visit visit) => visit.Headers.Location is { } location ? location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString : null;
}
