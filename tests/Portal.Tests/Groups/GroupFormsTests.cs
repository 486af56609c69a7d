using System.Net;
using PfP.Testing;

namespace PfP.Portal.Tests.Groups;

/// <summary>The secretariat names groups and co-chairs, these write; without script, and nothing that was typed is lost.</summary>
public sealed class GroupFormsTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private const string Edit = "/contribute/groups/covid-19";
    private const string Desk = "/desk/groups/covid-19";

    private FakeGroups Groups => portal.Behind.Groups;

    private string Chair => portal.Issuer.AccessToken(roles: ["member"], entity: "country:KE");

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    public void Dispose() => Groups.Wrong = null;

    [Fact]
    public async Task Mandate_AndYear_AreSaved_AsTheyWereSeen()
    {
        var mandate = await portal.SubmitAsync($"/es{Edit}", "mandate", Chair, ("mandate", "To meet"));
        var year = await portal.SubmitAsync(Edit, "year", Chair, ("year", "2023"), ("plan", "A plan"), ("planFor", "members"), ("results", ""), ("resultsFor", "everyone"));
        var known = await portal.SubmitAsync($"{Edit}?year=2021", "year", Chair, ("plan", "The public plan"), ("planFor", "everyone"), ("results", "Done"), ("resultsFor", "everyone"));

        Assert.Equal([$"/es{Edit}?saved", $"{Edit}?saved", $"{Edit}?saved"], new[] { mandate, year, known }.Select(visit => visit.Headers.Location!.PathAndQuery));
        Assert.Equal(
            [
                """PUT /covid-19/mandate "3" {"mandate":"To meet"}""",
                """PUT /covid-19/years/2023 "3" {"plan":"A plan","planFor":"members","results":"","resultsFor":"everyone"}""",
                """PUT /covid-19/years/2021 "3" {"plan":"The public plan","planFor":"everyone","results":"Done","resultsFor":"everyone"}""",
            ],
            Groups.Told.TakeLast(3));
    }

    [Fact]
    public async Task NewYear_IsForMembersUntilSomebodySaysOtherwise_AndOneThatIsThere_IsNotReplaced()
    {
        var page = await portal.VisitAsync(Edit, Chair);
        var chosen = await portal.VisitAsync($"{Edit}?year=2021", Chair);
        var before = Groups.Told.Count;
        var there = await portal.SubmitAsync(Edit, "year", Chair, ("year", "2021"), ("plan", "Another"), ("planFor", "members"), ("results", ""), ("resultsFor", "members"));

        Assert.Equal("members", page.Page.QuerySelector("select[name=planFor] option")!.GetAttribute("value"));
        Assert.Null(page.Page.QuerySelector("select[name=planFor] option[selected]"));
        Assert.Equal(("The public plan", "everyone"), (chosen.Text("textarea[name=plan]"), chosen.Page.QuerySelector("select[name=planFor] option[selected]")!.GetAttribute("value")));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#year", "Another"), (there.Status, Assert.Single(there.Links(".error-summary")), there.Text("textarea[name=plan]")));
        Assert.Equal(before, Groups.Told.Count);
    }

    [Fact]
    public async Task WhatWasChangedByAnotherMeanwhile_IsShownBesideWhatWasTyped()
    {
        var visit = await portal.SubmitAsync($"/fr{Edit}?year=2021", "year", Chair, ("plan", "Mine"), ("planFor", "everyone"), ("results", "Mine too"), ("resultsFor", "members"), ("version", "2"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Contains("C’est maintenant : The public plan", visit.Text("#plan-error"), StringComparison.Ordinal);
        Assert.Equal(("Mine", "Mine too", "3"), (visit.Text("textarea[name=plan]"), visit.Text("textarea[name=results]"), visit.Page.QuerySelector("#year-section input[name=version]")!.GetAttribute("value")));
    }

    [Fact]
    public async Task Documents_AreSentOn_NamedAndParted()
    {
        var visit = await portal.SubmitAsync(Edit, "documents", Chair, [("newFiles", "Minutes.pdf", SampleFiles.Pdf())], ("fileLabel", "The open one"), ("fileFor", "members"));
        var removed = await portal.SubmitAsync(Edit, "documents", Chair, ("fileLabel", "x"), ("fileFor", "everyone"), ("removeFile", $"{FakeGroups.Document}"));

        Assert.Equal($"{Edit}?saved", visit.Headers.Location!.PathAndQuery);
        Assert.Equal(
            [
                "POST /covid-19/documents Minutes.pdf",
                $$"""PUT /covid-19/documents "3" {"documents":[{"id":"{{FakeGroups.Document}}","label":"The open one","for":"members"},{"id":"{{FakeGroups.Sent}}","label":null,"for":"members"}]}""",
                """PUT /covid-19/documents "3" {"documents":[]}""",
            ],
            Groups.Told.TakeLast(3));
        Assert.Equal($"{Edit}?saved", removed.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task Document_ThatMayHarm_IsNamedAtTheField_AndNotSentOn()
    {
        var visit = await portal.SubmitAsync($"/fr{Edit}", "documents", Chair, [("newFiles", "page.html", "<script>alert(1)</script>"u8.ToArray())], ("fileLabel", "Kept"), ("fileFor", "everyone"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Contains("page.html", visit.Text("#files-error"), StringComparison.Ordinal);
        Assert.DoesNotContain("POST /covid-19/documents page.html", Groups.Told);
        Assert.Equal("Kept", visit.Page.QuerySelector("input[name=fileLabel]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Secretariat_AddsAGroup_NamesCoChairs_AndTakesThemOff()
    {
        var added = await portal.SubmitAsync("/desk/groups", "add", Moderator, ("name", "Narratives"), ("language", "en"), ("fromYear", "2024"), ("toYear", ""));
        Assert.Equal("""POST /  {"name":"Narratives","language":"en","fromYear":"2024","toYear":""}""", Groups.Told.Last());
        var named = await portal.SubmitAsync(Desk, "chair", Moderator, ("country", "MD"), ("organisation", ""));
        Assert.Equal("""PUT /covid-19 "3" {"name":"Covid-19","language":"en","fromYear":"2020","toYear":"2022","chairs":["country:KE","organisation:ifad","country:MD"]}""", Groups.Told.Last());
        var ended = await portal.SubmitAsync(Desk, "end", Moderator, ("owner", "country:KE"));
        Assert.EndsWith("""chairs":["organisation:ifad"]}""", Groups.Told.Last(), StringComparison.Ordinal);
        var described = await portal.SubmitAsync(Desk, "describe", Moderator, ("name", "Covid"), ("language", "fr"), ("fromYear", "2020"), ("toYear", "2023"));
        Assert.Equal("""PUT /covid-19 "3" {"name":"Covid","language":"fr","fromYear":"2020","toYear":"2023","chairs":["country:KE","organisation:ifad"]}""", Groups.Told.Last());

        Assert.All([added, named, ended, described], visit => Assert.Equal($"{Desk}?saved", visit.Headers.Location!.PathAndQuery));
        Assert.Contains("/desk/groups", (await portal.VisitAsync("/desk", Moderator)).Links("nav"));
    }

    [Fact]
    public async Task Refusal_IsSaidAtTheField_InTheReadersLanguage()
    {
        Groups.Wrong = new Dictionary<string, string[]> { ["name"] = ["In English."], ["chairs"] = ["In English."] };

        var added = await portal.SubmitAsync("/fr/desk/groups", "add", Moderator, ("name", "Kept"), ("language", "en"), ("fromYear", ""), ("toYear", ""));
        var named = await portal.SubmitAsync($"/fr{Desk}", "chair", Moderator, ("country", ""), ("organisation", "unknown"));
        var nobody = await portal.SubmitAsync($"/fr{Desk}", "chair", Moderator, ("country", ""), ("organisation", ""));

        Assert.Equal(("Kept", true), (added.Page.QuerySelector("input[name=name]")!.GetAttribute("value"), added.Text("#name-error").Contains("Donnez-lui un nom", StringComparison.Ordinal)));
        Assert.Contains("Ce n’est ni un pays ni une organisation", named.Text("#organisation-error"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.Status);
        Assert.DoesNotContain("In English.", added.Html + named.Html, StringComparison.Ordinal);
    }
}
