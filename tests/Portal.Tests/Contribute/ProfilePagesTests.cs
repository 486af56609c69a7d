using System.Net;

namespace PfP.Portal.Tests.Contribute;

/// <summary>Migration Profiles are read by country, and written by focal points of theirs and by the secretariat, without script.</summary>
public sealed class ProfilePagesTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private const string Repository = "/tools/migration-profiles-repository";
    private const string List = "/contribute/profiles";
    private static readonly string Kenya = $"{List}/{FakeProfiles.Kenya}";

    private FakeProfiles Profiles => portal.Behind.Profiles;

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    private string FocalPoint => portal.Issuer.AccessToken(roles: ["focal_point"], entity: "country:KE");

    public void Dispose() => Profiles.Wrong = null;

    [Fact]
    public async Task Repository_LeadsToTheProfilesOfEachCountry_AndOtherToolsDoNot()
    {
        var all = await portal.VisitAsync($"/fr{Repository}");
        var one = await portal.VisitAsync($"/fr{Repository}?country=KE");
        var none = await portal.VisitAsync($"{Repository}?country=CH");

        Assert.Equal([.. new[] { "KE", "MT", "MD" }.Select(code => $"/fr{Repository}?country={code}#migration-profiles").Order()], all.Links("#migration-profiles").Order());
        Assert.Equal("2", all.Text($"#migration-profiles a[href*=KE] .count"));
        Assert.Equal("Profils migratoires : Kenya", one.Text("#migration-profiles h2"));
        Assert.Equal(["https://example.org/profile.pdf", "https://example.org/profil.pdf"], one.Links("#migration-profiles li").Take(2));
        Assert.Contains($"/fr{Repository}?country=KE&page=2#migration-profiles", one.Links("#migration-profiles .pager"));
        Assert.Contains("/fr/countries/ke", one.Links("#migration-profiles"));
        Assert.Equal("There is no Migration Profile here yet.", none.Text("#migration-profiles p"));
        Assert.Null((await portal.VisitAsync("/tools/guide")).Page.QuerySelector("#migration-profiles"));
    }

    [Fact]
    public async Task Country_ListsItsOwn_WhereSearchLeadsTo()
    {
        var visit = await portal.VisitAsync("/countries/ke");

        Assert.Equal(["Migration Profile 2018", "La migration au Kenya"], visit.Page.QuerySelectorAll("#migration-profiles li a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task FocalPoint_HasTheOwnCountry_WhateverTheAddressSays()
    {
        var visit = await portal.VisitAsync($"{List}?country=MD", FocalPoint);

        Assert.Equal("Migration Profiles: Kenya", visit.Text("h1"));
        Assert.Null(visit.Page.QuerySelector("select[name=country]"));
        Assert.Equal(Kenya, visit.Links("tbody tr:first-child")[1]);
        Assert.Contains(List, (await portal.VisitAsync("/contribute", FocalPoint)).Links("main"));
    }

    [Theory]
    [InlineData("focal_point", "organisation:iom")]
    [InlineData("member", "country:KE")]
    public async Task WhoWritesNone_IsNotLedThere(string role, string entity)
    {
        var token = portal.Issuer.AccessToken(roles: [role], entity: entity);

        Assert.DoesNotContain(List, (await portal.VisitAsync("/contribute", token)).Links("main"));
        Assert.Null((await portal.VisitAsync($"{List}?country=KE", token)).Page.QuerySelector("main form[method=post]"));
    }

    [Fact]
    public async Task Secretariat_ChoosesTheCountry_AndIsLedThereFromTheTool()
    {
        var unchosen = await portal.VisitAsync(List, Moderator);
        var chosen = await portal.VisitAsync($"{List}?country=KE", Moderator);

        Assert.Empty(unchosen.Page.QuerySelectorAll("main form[method=post]"));
        Assert.Equal(("Migration Profiles: Kenya", "KE"), (chosen.Text("h1"), chosen.Page.QuerySelector("select[name=country] option[selected]")!.GetAttribute("value")));
        Assert.Contains(List, (await portal.VisitAsync(Repository, Moderator)).Links("main"));
        Assert.Contains(List, (await portal.VisitAsync("/desk", Moderator)).Links("nav"));
    }

    [Fact]
    public async Task DeadLink_IsShownToWhoeverWritesTheCountrysProfiles()
    {
        var own = await portal.VisitAsync($"/es{List}", FocalPoint);
        var none = await portal.VisitAsync($"{List}?country=MD", Moderator);

        Assert.Contains("https://example.org/gone?a=<script>", own.Page.QuerySelectorAll("main a[rel~=nofollow]").Select(link => link.TextContent));
        Assert.Contains("Modifique el perfil", own.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("example.org/gone", none.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profile_IsAdded_ToTheCountryOfThePage()
    {
        var visit = await portal.SubmitAsync($"/es{List}?country=MD", "add", Moderator, ("year", "2019"), ("language", "fr"), ("url", "https://example.org/x"), ("title", ""));
        var own = await portal.SubmitAsync($"{List}?country=MD", "add", FocalPoint, ("year", "2020"), ("language", "en"), ("url", "https://example.org/y"), ("title", "T"), ("country", "MD"));

        Assert.Equal((HttpStatusCode.Redirect, $"/es{List}?country=MD&saved"), (visit.Status, visit.Headers.Location!.PathAndQuery));
        Assert.Equal(
            ["""POST /  {"country":"MD","year":"2019","language":"fr","url":"https://example.org/x","title":""}""", """POST /  {"country":"KE","year":"2020","language":"en","url":"https://example.org/y","title":"T"}"""],
            Profiles.Told.TakeLast(2));
        Assert.Equal($"{List}?country=KE&saved", own.Headers.Location!.PathAndQuery);
    }

    [Theory]
    [InlineData("2019", "Il y en a déjà un")]
    [InlineData("19", "Indiquez une année entre 1990 et 2100")]
    public async Task Refusal_IsSaidAtTheField_InTheReadersLanguage(string year, string message)
    {
        Profiles.Wrong = new Dictionary<string, string[]> { ["year"] = ["In English."], ["url"] = ["In English."] };

        var visit = await portal.SubmitAsync($"/fr{List}", "add", FocalPoint, ("year", year), ("language", "en"), ("url", "ftp://example.org"), ("title", "Kept"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, year), (visit.Status, visit.Page.QuerySelector("input[name=year]")!.GetAttribute("value")));
        Assert.Equal(["#year", "#url"], visit.Links(".error-summary"));
        Assert.Contains(message, visit.Text("#year-error"), StringComparison.Ordinal);
        Assert.Equal(("ftp://example.org", "Kept"), (visit.Page.QuerySelector("input[name=url]")!.GetAttribute("value"), visit.Page.QuerySelector("input[name=title]")!.GetAttribute("value")));
        Assert.DoesNotContain("In English.", visit.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profile_IsChangedAndWithdrawn_AsItWasSeen()
    {
        var changed = await portal.SubmitAsync(Kenya, "change", FocalPoint, ("url", "https://example.org/new"), ("title", "New"));
        var withdrawn = await portal.SubmitAsync(Kenya, "withdraw", FocalPoint, ("reason", "It is gone."));

        Assert.Equal([$"{List}?country=KE&saved", $"{List}?country=KE&saved"], new[] { changed, withdrawn }.Select(visit => visit.Headers.Location!.PathAndQuery));
        Assert.Equal(
            [$$"""PUT /{{FakeProfiles.Kenya}} "3" {"url":"https://example.org/new","title":"New"}""", $$"""POST /{{FakeProfiles.Kenya}}/withdraw "3" {"reason":"It is gone."}"""],
            Profiles.Told.TakeLast(2));
    }

    [Fact]
    public async Task Profile_ChangedByAnotherMeanwhile_IsShownBesideWhatWasTyped()
    {
        var visit = await portal.SubmitAsync(Kenya, "change", FocalPoint, ("url", "https://example.org/mine"), ("title", ""), ("version", "2"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Contains("It is now: https://example.org/profile.pdf", visit.Text("#url-error"), StringComparison.Ordinal);
        Assert.Equal(("https://example.org/mine", "3"), (visit.Page.QuerySelector("input[name=url]")!.GetAttribute("value"), visit.Page.QuerySelector("form input[name=version]")!.GetAttribute("value")));
    }
}
