using System.Net;

namespace PfP.Portal.Tests.Contribute;

/// <summary>What those who answer for a published practice see of it and can do about it.</summary>
public sealed class OwnPracticeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Own = $"/contribute/practices/{FakeOwnPractices.Own}";
    private const string Free = $"/contribute/practices/{FakeOwnPractices.Free}";

    private string FocalPoint => Token("focal_point");

    [Theory]
    [InlineData(Own, "correct", "sending-money-home/correction", "/contribute/0190b6f0-0000-7000-8000-0000000000d5")]
    [InlineData(Own, "lesson", "sending-money-home/lessons", "/contribute/0190b6f0-0000-7000-8000-0000000000db")]
    [InlineData(Own, "confirm", "sending-money-home/confirm \"4\"", $"{Own}?saved")]
    [InlineData(Free, "adopt", "one-to-adopt/adopt", $"{Free}?saved")]
    public async Task Step_DoesWhatItSaysAndGoesOn(string path, string form, string told, string next)
    {
        var visit = await portal.SubmitAsync(path, form, FocalPoint);

        Assert.Equal((HttpStatusCode.Redirect, next), (visit.Status, visit.Headers.Location!.OriginalString.Replace("http://localhost", "", StringComparison.Ordinal)));
        Assert.Contains(told, portal.Behind.OwnPractices.Told);
    }

    [Fact]
    public async Task Confirmation_OfWhatChangedMeanwhile_IsNotMade()
    {
        var visit = await portal.SubmitAsync(Own, "confirm", FocalPoint, ("version", "3"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
    }

    [Fact]
    public async Task Member_MayCorrect_AndLeavesTheRestToTheFocalPoint()
    {
        var (own, free) = (await portal.VisitAsync(Own, Token("member")), await portal.VisitAsync(Free, Token("member")));

        Assert.Equal(["correct", "lesson"], Forms(own));
        Assert.Empty(Forms(free));
        Assert.Equal(["correct", "lesson", "confirm"], Forms(await portal.VisitAsync(Own, FocalPoint)));
    }

    [Theory]
    [InlineData(Own, "focal_point")]
    [InlineData("/desk/links", "moderator")]
    public async Task DeadLink_IsShownToItsOwnerAndTheSecretariat_WithWhatHappens(string path, string role)
    {
        var visit = await portal.VisitAsync(path, Token(role));

        Assert.Contains("https://example.org/gone?a=<script>", visit.Page.QuerySelectorAll("main a[rel~=nofollow]").Select(link => link.TextContent));
        Assert.Contains("The page is gone", visit.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Practice_OfAnother_IsNotFound()
    {
        var visit = await portal.VisitAsync("/contribute/practices/of-another", FocalPoint);

        Assert.Equal(HttpStatusCode.NotFound, visit.Status);
    }

    [Fact]
    public async Task EntryPage_LeadsItsOwnersHere_AndNobodyElse()
    {
        var entry = Samples.Entries.First(entry => entry.Slug == FakeOwnPractices.Own);
        var owner = portal.Issuer.AccessToken(entity: $"country:{entry.Countries[0].Code}");

        var theirs = (await portal.VisitAsync("/practices/sending-money-home", owner)).Links("main");
        Assert.Contains(Own, theirs);
        Assert.Contains($"{Own}#lesson", theirs);
        Assert.DoesNotContain(Own, (await portal.VisitAsync("/practices/sending-money-home", portal.Issuer.AccessToken(entity: "country:TV"))).Links("main"));
        Assert.DoesNotContain(Own, (await portal.VisitAsync("/practices/sending-money-home")).Links("main"));
    }

    [Fact]
    public async Task Review_OfACorrection_ShowsWhatChanges_BesideWhatIsPublished()
    {
        var visit = await portal.VisitAsync($"/desk/submissions/{FakeSubmissions.SubmittedCorrection}", Token("moderator"));

        Assert.Equal(["Title", "Start year", "Summary", "Title (French)", "Summary (French)", "Who translated it (French)"], visit.Page.QuerySelectorAll("section:has(.versions) h3").Select(heading => heading.TextContent));
        Assert.Contains("2018", visit.Page.QuerySelectorAll(".versions del").Select(piece => piece.TextContent));
        Assert.Contains("2019", visit.Page.QuerySelectorAll(".versions ins").Select(piece => piece.TextContent));
        Assert.Contains(visit.Page.QuerySelectorAll(".versions del"), piece => piece.TextContent.Contains("once", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_OfACorrection_KeepsItsLanguage_AndAsksWhatWasLearned()
    {
        var visit = await portal.VisitAsync($"/contribute/{FakeSubmissions.Correction}", Token("member"));

        Assert.Equal("hidden", visit.Page.QuerySelector("[name=language]")!.GetAttribute("type"));
        Assert.NotNull(visit.Page.QuerySelector("textarea[name=lessons]"));
        Assert.Contains("As it was published", visit.Text("main"), StringComparison.Ordinal);
    }

    private string Token(string role) => portal.Issuer.AccessToken(roles: [role], entity: FakeSubmissions.Owner);

    private static IEnumerable<string?> Forms(Visit visit) => visit.Page.QuerySelectorAll("main form input[name=_handler]").Select(field => field.GetAttribute("value"));
}
