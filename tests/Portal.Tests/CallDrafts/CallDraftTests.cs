using System.Net;

namespace PfP.Portal.Tests.CallDrafts;

/// <summary>A call for action from its form to the review of it, as its owner and the secretariat have it before them.</summary>
public sealed class CallDraftTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string Draft = $"/contribute/calls/{FakeCallDrafts.Draft}";
    private static readonly string Review = $"/desk/calls/{FakeCallDrafts.Submitted}";

    private static readonly (string, string)[] Typed =
    [
        ("title", "Partners <b>wanted</b>"), ("type", "partners"), ("countries", "MD"), ("countries", ""), ("countriesWanted", "GH"), ("countriesWanted", "PH"),
        ("organisation", "Ministry of samples"), ("organisationRole", "lead"), ("ask", "Join the study"), ("forWhom", "Ministries"), ("background", ""), ("themes", "remittances"),
        ("opens", "2094-01-31"), ("precision", "minute"), ("date", "2094-02-30"), ("time", "17:00"), ("zone", "Europe/Chisinau"), ("replyMethod", "link"), ("replyUrl", "https://example.org/reply"),
        ("language", "en"), ("linkUrl", "https://example.org"), ("linkLabel", "Terms"), ("contactName", "Unit"), ("contactEmail", "unit@ministry.example"), ("summary", "Who asks for what"),
    ];

    private FakeCallDrafts Calls => portal.Behind.CallDrafts;

    private string Member => portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    [Fact]
    public async Task Start_BeginsOneInTheReadersLanguageForTheirCountry()
    {
        var visit = await portal.SubmitAsync("/fr/contribute", "start-call", Member);

        Assert.Equal((HttpStatusCode.Redirect, $"/fr{Draft}"), (visit.Status, Path(visit)));
        Assert.Contains("\"language\":\"fr\"", Calls.Told.Last(), StringComparison.Ordinal);
        Assert.Contains("""
            "countries":["MD"]
            """, Calls.Told.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_SendsAllThatWasTyped_HoweverWrong()
    {
        var visit = await portal.SubmitAsync(Draft, "form", Member, [.. Typed, ("then", "save")]);

        Assert.Equal((HttpStatusCode.Redirect, $"{Draft}?saved"), (visit.Status, Path(visit)));
        var told = Calls.Told.Last(line => line.StartsWith($"PUT /{FakeCallDrafts.Draft}", StringComparison.Ordinal));
        Assert.Contains("""
            "deadline":{"precision":"minute","date":"2094-02-30","time":"17:00","zone":"Europe/Chisinau"}
            """, told, StringComparison.Ordinal);
        Assert.Contains("""
            "countriesWanted":["GH","PH"]
            """, told, StringComparison.Ordinal);
        Assert.Contains("""
            "replyMethod":"link","replyUrl":"https://example.org/reply"
            """, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Month_IsSentAsSuch_WhicheverOfItsDaysIsChosen()
    {
        await portal.SubmitAsync(Draft, "form", Member, ("precision", "month"), ("date", "2094-03-17"), ("then", "save"));

        Assert.Contains("\"date\":\"2094-03\"", Calls.Told.Last(line => line.StartsWith("PUT", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_OfWhatIsWrong_SaysSoAtTheFieldInTheReadersLanguage_AndKeepsTheRest()
    {
        Calls.Wrong = new Dictionary<string, string[]> { ["deadline"] = ["It has passed."], ["ask"] = ["It is required."] };
        try
        {
            var visit = await portal.SubmitAsync($"/es{Draft}", "form", Member, [.. Typed, ("then", "submit")]);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
            Assert.Equal(["#ask", "#deadline"], visit.Links(".error-summary"));
            Assert.Contains("fecha límite futura", visit.Text("#deadline-error"), StringComparison.Ordinal);
            Assert.Equal(("2094-02-30", "17:00"), (Value(visit, "date"), Value(visit, "time")));
            Assert.Equal("Europe/Chisinau", visit.Page.QuerySelector("select[name=zone] option[selected]")!.GetAttribute("value"));
            Assert.Equal("Partners <b>wanted</b>", Value(visit, "title"));
        }
        finally
        {
            Calls.Wrong = null;
        }
    }

    [Fact]
    public async Task Save_AfterSomebodyElses_ShowsBoth()
    {
        var visit = await portal.SubmitAsync(Draft, "form", Member, [.. Typed, ("then", "save"), ("version", "2")]);

        Assert.Equal(HttpStatusCode.Conflict, visit.Status);
        Assert.Equal("Partners <b>wanted</b>", Value(visit, "title"));
        Assert.Contains("#deadline", visit.Links(".error-summary"));
    }

    [Fact]
    public async Task Mail_LeadsToTheFieldItIsAbout() =>
        Assert.EndsWith($"{Draft}#deadline", (await portal.VisitAsync($"{Draft}?field=deadline", Member)).Headers.Location!.OriginalString, StringComparison.Ordinal);

    [Fact]
    public async Task Review_SendsWhatTheModeratorDecides()
    {
        await portal.SubmitAsync(Review, "publish", Moderator);
        Assert.StartsWith($"POST /{FakeCallDrafts.Submitted}/publish", Calls.Told.Last(), StringComparison.Ordinal);

        var nothing = await portal.SubmitAsync(Review, "changes", Moderator, ("message", " "));
        Assert.Equal(["#message"], nothing.Links(".error-summary"));

        await portal.SubmitAsync(Review, "changes", Moderator, ("message", ""), ("at-deadline", "Which zone?"));
        Assert.Contains("""
            "comments":[{"field":"deadline","message":"Which zone?"}]
            """, Calls.Told.Last(), StringComparison.Ordinal);

        await portal.SubmitAsync(Review, "refuse", Moderator, ("reason", "It is an advertisement"));
        Assert.Contains("It is an advertisement", Calls.Told.Last(), StringComparison.Ordinal);
    }

    private static string? Value(Visit visit, string name) => visit.Page.QuerySelector($"input[name={name}]")!.GetAttribute("value");

    private static string? Path(Visit visit) => visit.Headers.Location is { } location ? location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString : null;
}
