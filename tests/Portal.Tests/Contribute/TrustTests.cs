using System.Net;
using PfP.Portal.Tests.Security;

namespace PfP.Portal.Tests.Contribute;

/// <summary>Who is trusted sees that a button publishes; the secretariat says whom it trusts, and reviews what they have published.</summary>
public sealed class TrustTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Queue = "/desk/submissions?state=to_review&saved";

    private static readonly string Draft = $"/contribute/{FakeSubmissions.TrustedDraft}";

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    private string FocalPoint => portal.Issuer.AccessToken(roles: ["focal_point"], entity: FakeSubmissions.Owner);

    private string Last => portal.Behind.Submissions.Told.Last();

    [Fact]
    public async Task Form_SaysWhatItsButtonDoes()
    {
        var (trusted, other) = (await portal.VisitAsync($"/fr{Draft}", FocalPoint), await portal.VisitAsync($"/fr/contribute/{FakeSubmissions.Draft}", FocalPoint));

        Assert.Equal(["Publier"], Buttons(trusted, "publish"));
        Assert.Empty(Buttons(trusted, "submit"));
        Assert.Contains("rend publique immédiatement", trusted.Text("main"), StringComparison.Ordinal);
        Assert.Empty(Buttons(other, "publish"));
        Assert.Single(Buttons(other, "submit"));
        Assert.DoesNotContain("rend publique immédiatement", other.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_SavesAndPublishes()
    {
        var visit = await portal.SubmitAsync(Draft, "form", FocalPoint, ("title", "At once"), ("then", "publish"));

        Assert.Equal((HttpStatusCode.Redirect, $"{Draft}?saved"), (visit.Status, visit.Headers.Location!.PathAndQuery));
        Assert.Equal([$"PUT /{FakeSubmissions.TrustedDraft}", $"POST /{FakeSubmissions.TrustedDraft}/publish-at-once"], portal.Behind.Submissions.Told.TakeLast(2).Select(line => line.Split(" {")[0]));
    }

    [Fact]
    public async Task Publish_OnceTrustHasEnded_DoesNothingElseInstead_AndSaysSo()
    {
        portal.Behind.Submissions.TrustHasEnded = true;
        try
        {
            var visit = await portal.SubmitAsync(Draft, "form", FocalPoint, ("title", "No more"), ("then", "publish"));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
            Assert.Contains("are reviewed before they are published from now on", visit.Text(".error-summary"), StringComparison.Ordinal);
            Assert.Equal($"POST /{FakeSubmissions.TrustedDraft}/publish-at-once", Last.Split(" {")[0]);
        }
        finally
        {
            portal.Behind.Submissions.TrustHasEnded = false;
        }
    }

    [Fact]
    public async Task Queue_ShowsWhatWasPublishedDirectly()
    {
        var visit = await portal.VisitAsync("/desk/submissions?state=to_review", Moderator);

        Assert.Contains("/desk/submissions?state=to_review&assigned=all", visit.Links("ul.chips"));
        Assert.Contains("Published, to be reviewed", visit.Text("main tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_Confirms_AsksForChanges_OrTakesBack()
    {
        var path = $"/desk/submissions/{FakeSubmissions.ToReview}";

        var confirmed = await portal.SubmitAsync(path, "confirm-publication", Moderator);
        Assert.Equal((Queue, $"POST /{FakeSubmissions.ToReview}/published/confirm"), (confirmed.Headers.Location!.PathAndQuery, Last));
        var asked = await portal.SubmitAsync(path, "changes", Moderator, ("at-summary", "Who pays?"));
        Assert.Equal(Queue, asked.Headers.Location!.PathAndQuery);
        Assert.StartsWith($"POST /{FakeSubmissions.ToReview}/published/request-changes {{", Last, StringComparison.Ordinal);
        var without = await portal.SubmitAsync(path, "withdraw-publication", Moderator, ("reason", " "));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#reason"), (without.Status, Assert.Single(without.Links(".error-summary"))));
        var withdrawn = await portal.SubmitAsync(path, "withdraw-publication", Moderator, ("reason", "It is about trade."));
        Assert.Equal((Queue, $$"""POST /{{FakeSubmissions.ToReview}}/published/withdraw {"reason":"It is about trade."}"""), (withdrawn.Headers.Location!.PathAndQuery, Last));
    }

    [Theory]
    [InlineData("KE", "", "PUT country:KE")]
    [InlineData("", " iom ", "PUT organisation:iom")]
    public async Task Trust_IsGiven(string country, string organisation, string told)
    {
        var visit = await portal.SubmitAsync("/desk/trust", "trust", Moderator, ("country", country), ("organisation", organisation));

        Assert.Equal(("/desk/trust?saved", told), (visit.Headers.Location!.PathAndQuery, portal.Behind.Trust.Told.Last()));
    }

    [Fact]
    public async Task Trust_InSomebodyUnknown_IsRefused_AndItEndsByAButton()
    {
        var unknown = await portal.SubmitAsync("/desk/trust", "trust", Moderator, ("country", ""), ("organisation", "unknown"));
        var nobody = await portal.SubmitAsync("/desk/trust", "trust", Moderator, ("country", ""), ("organisation", ""));
        var page = await portal.VisitAsync("/desk/trust", Moderator);
        var ended = await portal.SubmitAsync("/desk/trust", "end", Moderator, ("owner", "country:MD"));

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], new[] { unknown.Status, nobody.Status });
        Assert.Equal("country:MD", page.Page.QuerySelector("button[name=owner]")!.GetAttribute("value"));
        Assert.Equal(("/desk/trust?saved", "DELETE country:MD"), (ended.Headers.Location!.PathAndQuery, portal.Behind.Trust.Told.Last()));
        Harmless.Check(page);
    }

    private static List<string> Buttons(Visit visit, string then) => [.. visit.Page.QuerySelectorAll($"main button[name=then][value={then}]").Select(button => button.TextContent)];
}
