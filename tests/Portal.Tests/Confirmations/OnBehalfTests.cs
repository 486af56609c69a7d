using System.Net;
using PfP.Portal.Tests.Security;

namespace PfP.Portal.Tests.Confirmations;

/// <summary>The secretariat enters something for others, asks them to confirm it, and publishes it no sooner.</summary>
public sealed class OnBehalfTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    private string Last => portal.Behind.Submissions.Told.Last();

    [Theory]
    [InlineData("KE", "", "?kind=practice&onBehalfOf=country%3AKE", "\"countries\":[{\"code\":\"KE\"")]
    [InlineData("", " ifad ", "?kind=practice&onBehalfOf=organisation%3Aifad", "\"countries\":[]")]
    public async Task Submission_IsBegun_ForTheOneThatWasChosen(string country, string organisation, string query, string form)
    {
        var visit = await portal.SubmitAsync("/fr/desk/on-behalf", "start", Moderator, ("country", country), ("organisation", organisation));

        Assert.Equal((HttpStatusCode.Redirect, $"/fr/contribute/{FakeSubmissions.Draft}"), (visit.Status, visit.Headers.Location!.PathAndQuery));
        Assert.Contains($"/api/catalogue/submissions{query}", portal.Behind.Asked);
        Assert.Contains(form, Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", " ")]
    [InlineData("KE", "ifad")]
    public async Task Submission_ForNobodyOrForTwo_IsNotBegun(string country, string organisation)
    {
        var before = portal.Behind.Submissions.Told.Count;

        var visit = await portal.SubmitAsync("/desk/on-behalf", "start", Moderator, ("country", country), ("organisation", organisation));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, before), (visit.Status, portal.Behind.Submissions.Told.Count));
        Assert.Equal(["#country"], visit.Links(".error-summary"));
    }

    [Fact]
    public async Task ReviewPage_OffersPublication_OnceItIsConfirmed_AndAskingUntilThen()
    {
        var (unconfirmed, confirmed) = (await portal.VisitAsync($"/desk/submissions/{FakeConfirmations.Unconfirmed}", Moderator), await portal.VisitAsync($"/desk/submissions/{FakeConfirmations.Confirmed}", Moderator));

        Assert.Equal((false, true), (Forms(unconfirmed).Contains("publish"), Forms(unconfirmed).Contains("ask")));
        Assert.Equal((true, false), (Forms(confirmed).Contains("publish"), Forms(confirmed).Contains("ask")));
        Assert.Contains("Changes are asked for", unconfirmed.Text("#confirmation"), StringComparison.Ordinal);
        Assert.Contains("onerror=alert(1)", unconfirmed.Text("#confirmation"), StringComparison.Ordinal);
        Assert.Equal(["mailto:unit%3Fbcc%3Dall%26subject%3D%3Cb%3E@ministry.example"], unconfirmed.Links("#confirmation dl"));
        Harmless.Check(unconfirmed);
        Harmless.Check(confirmed);
    }

    [Fact]
    public async Task Confirmation_IsAskedFor_InTheLanguageThatWasChosen()
    {
        var visit = await portal.SubmitAsync($"/desk/submissions/{FakeConfirmations.Unconfirmed}", "ask", Moderator, ("email", " unit@ministry.example "), ("language", "fr"));
        var wrong = await portal.SubmitAsync($"/desk/submissions/{FakeConfirmations.Unconfirmed}", "ask", Moderator, ("email", "nobody"), ("language", "fr"));

        Assert.Equal((HttpStatusCode.Redirect, $"/desk/submissions/{FakeConfirmations.Unconfirmed}"), (visit.Status, visit.Headers.Location!.PathAndQuery));
        Assert.Equal(
            $$"""/api/catalogue/submissions/{{FakeConfirmations.Unconfirmed}}/confirmation "{{FakeSubmissions.Version}}" {"email":"unit@ministry.example","language":"fr"}""",
            portal.Behind.Confirmations.Told.Single());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#email"), (wrong.Status, Assert.Single(wrong.Links(".error-summary"))));
    }

    [Theory]
    [InlineData("moderator", null, true)]
    [InlineData("focal_point", FakeSubmissions.Owner, false)]
    public async Task Draft_OnBehalfOfAnother_IsTheSecretariatsToWrite(string role, string? entity, bool writes)
    {
        var visit = await portal.VisitAsync($"/contribute/{FakeConfirmations.Draft}", portal.Issuer.AccessToken(roles: [role], entity: entity));

        Assert.Equal(writes, Forms(visit).Contains("form"));
        Assert.Equal(writes, Forms(visit).Contains("clearance"));
    }

    private static HashSet<string?> Forms(Visit visit) => [.. visit.Page.QuerySelectorAll("main form input[name=_handler]").Select(input => input.GetAttribute("value"))];
}
