using System.Net;

namespace PfP.Portal.Tests.Contribute;

/// <summary>The short form: nothing typed is lost, and what is said about it stands at its field.</summary>
public sealed class ContributionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string Draft = $"/contribute/{FakeSubmissions.Draft}";

    private static readonly (string, string)[] Typed =
    [
        ("title", "Care workers <b>prepared</b>"), ("language", "en"), ("country", "MD"), ("countryRole", "lead"), ("country", ""), ("countryRole", "lead"), ("country", "IT"), ("countryRole", "destination"),
        ("organisation", "Ministry of samples"), ("organisationRole", "lead"), ("challenge", "They did not know"), ("solution", "Training"), ("themes", "remittances"), ("themes", "diaspora"),
        ("type", "programme"), ("status", "ongoing"), ("startYear", "20x9"), ("linkUrl", "https://example.org"), ("linkLabel", "Site"), ("contactName", "Unit"), ("contactEmail", "unit@ministry.example"), ("summary", "Who does what"),
    ];

    private string Member => portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

    [Fact]
    public async Task Save_SendsAllThatWasTyped()
    {
        var visit = await portal.SubmitAsync(Draft, "form", Member, [.. Typed, ("then", "save")]);

        Assert.Equal((HttpStatusCode.Redirect, $"{Draft}?saved"), (visit.Status, Path(visit)));
        var told = portal.Behind.Submissions.Told.Last(line => line.StartsWith($"PUT /{FakeSubmissions.Draft}", StringComparison.Ordinal));
        Assert.Contains("\"startYear\":\"20x9\"", told, StringComparison.Ordinal);
        Assert.Contains("""[{"code":"MD","role":"lead"},{"code":"IT","role":"destination"}]""", told, StringComparison.Ordinal);
        Assert.Contains("""["remittances","diaspora"]""", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_OfWhatIsWrong_SaysSoAtTheFieldInTheReadersLanguage_AndKeepsTheRest()
    {
        portal.Behind.Submissions.Wrong = new Dictionary<string, string[]> { ["startYear"] = ["It is a year, such as 2019."], ["geographicScope"] = ["It is required."] };
        try
        {
            var visit = await portal.SubmitAsync($"/fr{Draft}", "form", Member, [.. Typed, ("then", "submit")]);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
            Assert.Equal(["#countries", "#startYear"], visit.Links(".error-summary"));
            Assert.Contains("l’année de début", visit.Text("#startYear-error"), StringComparison.Ordinal);
            Assert.Equal("20x9", visit.Page.QuerySelector("input[name=startYear]")!.GetAttribute("value"));
            Assert.Equal("Care workers <b>prepared</b>", visit.Page.QuerySelector("input[name=title]")!.GetAttribute("value"));
            Assert.Equal(["MD", "IT"], visit.Page.QuerySelectorAll("select[name=country] option[selected]").Select(option => option.GetAttribute("value")).Where(code => code!.Length > 0));
            Assert.Equal($"{FakeSubmissions.Version}", visit.Page.QuerySelector("input[name=version]")!.GetAttribute("value"));
        }
        finally
        {
            portal.Behind.Submissions.Wrong = null;
        }
    }

    [Fact]
    public async Task Submit_OfWhatIsRight_SavesAndSendsIt()
    {
        var visit = await portal.SubmitAsync(Draft, "form", Member, [.. Typed, ("then", "submit")]);

        Assert.Equal(HttpStatusCode.Redirect, visit.Status);
        Assert.Equal([$"PUT /{FakeSubmissions.Draft}", $"POST /{FakeSubmissions.Draft}/submit"], portal.Behind.Submissions.Told.TakeLast(2).Select(line => line.Split(" {")[0]));
    }

    [Fact]
    public async Task Submit_WithoutASummary_ProposesOneOutOfTheOtherAnswers_AndWaitsUntilItIsRead()
    {
        var visit = await portal.SubmitAsync(Draft, "form", Member, [.. Typed.Where(field => field.Item1 != "summary"), ("summary", " "), ("then", "submit")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Equal("Ministry of samples – Moldova, Italy: They did not know. Training.", visit.Text("textarea[name=summary]"));
        Assert.Contains("from your other answers", visit.Text("#summary-error"), StringComparison.Ordinal);
        Assert.StartsWith($"PUT /{FakeSubmissions.Draft}", portal.Behind.Submissions.Told.Last(), StringComparison.Ordinal);
        Assert.Contains("They did not know. Training.", portal.Behind.Submissions.Told.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("autosave", "challenge", "")]
    [InlineData("save", "challenge", "")]
    [InlineData("save", "solution", "Half of it")]
    public async Task Summary_IsProposed_NeitherToAScript_NorBeforeThereIsEnough(string then, string only, string text)
    {
        var fields = then == "autosave" ? Typed.Where(field => field.Item1 != "summary") : [(only, text)];

        await portal.SubmitAsync(Draft, "form", Member, [.. fields, ("summary", ""), ("then", then)]);

        Assert.Contains("\"summary\":\"\"", portal.Behind.Submissions.Told.Last(line => line.StartsWith($"PUT /{FakeSubmissions.Draft}", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_AfterSomebodyElses_ShowsBothAndSavesOverItOnlyWhenSentAgain()
    {
        var visit = await portal.SubmitAsync(Draft, "form", Member, [.. Typed, ("then", "save"), ("version", "2")]);

        Assert.Equal(HttpStatusCode.Conflict, visit.Status);
        Assert.Contains("2019", visit.Text("#startYear-error"), StringComparison.Ordinal);
        Assert.Equal("20x9", visit.Page.QuerySelector("input[name=startYear]")!.GetAttribute("value"));
        Assert.DoesNotContain("#status", visit.Links(".error-summary"));
        Assert.Equal($"{FakeSubmissions.Version}", visit.Page.QuerySelector("input[name=version]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Mail_LeadsToTheFieldItIsAbout_AlsoAfterSigningIn()
    {
        var known = await portal.VisitAsync($"/fr{Draft}?field=summary", Member);
        var unknown = await portal.VisitAsync($"{Draft}?field=%22%3E", Member);

        Assert.Equal(HttpStatusCode.Redirect, known.Status);
        Assert.EndsWith($"/fr{Draft}#summary", known.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, true), (unknown.Status, unknown.Page.QuerySelector("#summary") is not null));
    }

    [Fact]
    public async Task MoreRows_WithoutScript_KeepsWhatIsTyped()
    {
        var before = (await portal.VisitAsync(Draft, Member)).Page.QuerySelectorAll("select[name=country]").Length;

        var visit = await portal.SubmitAsync(Draft, "form", Member, [.. Typed, ("then", "rows")]);

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.True(visit.Page.QuerySelectorAll("select[name=country]").Length > before);
        Assert.Equal("They did not know", visit.Text("textarea[name=challenge]"));
    }

    [Fact]
    public async Task Changes_ThatAreAskedFor_StandAtTheirFieldAsRequests_AlsoWhenTheFormIsShownAgain()
    {
        var path = $"/contribute/{FakeSubmissions.ChangesRequested}";

        foreach (var visit in new[] { await portal.VisitAsync(path, Member), await portal.SubmitAsync(path, "form", Member, [.. Typed, ("then", "rows")]) })
        {
            Assert.Contains($"The secretariat asks: {Samples.Hostile}", visit.Text("#summary-request"), StringComparison.Ordinal);
            Assert.Equal("summary-hint summary-request", visit.Page.QuerySelector("#summary")!.GetAttribute("aria-describedby"));
            Assert.Contains("#summary", visit.Links(".notice"));
            Assert.Empty(visit.Page.QuerySelectorAll(".error-summary, .field-error, [aria-invalid]"));
        }
    }

    [Theory]
    [InlineData("member", null)]
    [InlineData("moderator", "country:KE")]
    public async Task Form_OfAnother_IsNotShown(string role, string? entity)
    {
        var visit = await portal.VisitAsync($"/contribute/{FakeSubmissions.ChangesRequested}", portal.Issuer.AccessToken(roles: [role], entity: entity));

        Assert.Null(visit.Page.QuerySelector("textarea[name=challenge]"));
    }

    [Fact]
    public async Task Form_AsksNoMoreThanTwelveQuestions_EachWithHelp()
    {
        var visit = await portal.VisitAsync(Draft, Member);

        var fields = visit.Page.QuerySelector("form:has(textarea[name=challenge])")!.QuerySelectorAll(":scope > .field");
        // Countries and organisations are one question of the template.
        Assert.Equal(13, fields.Length);
        Assert.All(fields, field => Assert.NotNull(field.QuerySelector(".hint")));
    }

    [Fact]
    public async Task Owner_SeesOnWhichDayItIsPublished()
    {
        var visit = await portal.VisitAsync($"/fr/contribute/{FakeSubmissions.SubmittedCorrection}", Member);

        Assert.Equal("Acceptée : elle sera publiée le jeudi 31 janvier 2030.", visit.Text(".lead"));
    }

    [Fact]
    public async Task Start_MakesADraftForTheOwnCountry()
    {
        var visit = await portal.SubmitAsync("/contribute", "start", Member);

        Assert.Equal((HttpStatusCode.Redirect, Draft), (visit.Status, Path(visit)));
        Assert.Contains("""[{"code":"MD","role":"lead"}]""", portal.Behind.Submissions.Told.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ByWhoActsForNobody_IsNotOffered()
    {
        var visit = await portal.VisitAsync("/contribute", portal.Issuer.AccessToken(roles: ["member"]));

        Assert.Empty(visit.Page.QuerySelectorAll("main form"));
    }

    public static TheoryData<string, string, string, (string, string)[]> Steps => new()
    {
        { Draft, "say", $$"""POST /{{FakeSubmissions.Draft}}/messages {"text":"Good day","comments":[]}""", [("text", " Good day ")] },
        { $"/contribute/{FakeSubmissions.Submitted}", "take-back", $"POST /{FakeSubmissions.Submitted}/take-back", [] },
        { $"/desk/submissions/{FakeSubmissions.Submitted}", "publish", $"POST /{FakeSubmissions.Submitted}/publish", [] },
        { $"/desk/submissions/{FakeSubmissions.Submitted}", "schedule", $$"""POST /{{FakeSubmissions.Submitted}}/schedule {"on":"2030-01-31"}""", [("on", "2030-01-31")] },
        { $"/desk/submissions/{FakeSubmissions.SubmittedCorrection}", "schedule", $$"""POST /{{FakeSubmissions.SubmittedCorrection}}/schedule {"on":null}""", [("never", "true")] },
        { $"/desk/submissions/{FakeSubmissions.Submitted}", "refuse", $$"""POST /{{FakeSubmissions.Submitted}}/refuse {"text":"It is about trade","comments":[]}""", [("reason", "It is about trade")] },
        {
            $"/desk/submissions/{FakeSubmissions.Submitted}", "changes",
            $$"""POST /{{FakeSubmissions.Submitted}}/request-changes {"text":"Nearly","comments":[{"field":"summary","message":"Say who pays"}]}""",
            [("message", "Nearly"), ("at-summary", "Say who pays"), ("at-title", " ")]
        },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Step_DoesWhatItSaysAndGoesOn(string path, string form, string told, (string, string)[] fields)
    {
        var visit = await portal.SubmitAsync(path, form, portal.Issuer.AccessToken(roles: ["moderator"], entity: FakeSubmissions.Owner), fields);

        Assert.Equal(HttpStatusCode.Redirect, visit.Status);
        Assert.Contains(told, portal.Behind.Submissions.Told);
    }

    [Theory]
    [InlineData("say", "text")]
    [InlineData("refuse", "reason")]
    [InlineData("schedule", "on")]
    [InlineData("changes", "message")]
    public async Task Review_LeftEmpty_SaysSoAtTheField(string form, string field)
    {
        var visit = await portal.SubmitAsync($"/desk/submissions/{FakeSubmissions.Submitted}", form, portal.Issuer.AccessToken(roles: ["moderator"]), (field, " "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Equal([$"#{field}"], visit.Links(".error-summary"));
    }

    private static string? Path(Visit visit) => visit.Headers.Location is { } location ? location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString : null;
}
