using System.Net;
using System.Text;
using PfP.Portal.Tests.Security;

namespace PfP.Portal.Tests.Members;

/// <summary>Who may open the pages for members.</summary>
public sealed class AccessTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [MemberData(nameof(MemberPages.All), MemberType = typeof(MemberPages))]
    public async Task Visitor_OnAPageForMembers_IsAskedToSignInAndComesBack(string path)
    {
        var visit = await portal.VisitAsync($"/fr{path}");

        Assert.Equal(HttpStatusCode.Redirect, visit.Status);
        Assert.Equal($"/bff/login?returnUrl={Uri.EscapeDataString($"/fr{path}")}", visit.Headers.Location!.OriginalString);
    }

    [Theory]
    [MemberData(nameof(MemberPages.ByRole), MemberType = typeof(MemberPages))]
    public async Task Page_ForMembers_OpensForItsRolesAlone(string path, string role, bool opens)
    {
        var visit = await portal.VisitAsync(path, portal.Issuer.AccessToken(roles: role.Length == 0 ? [] : [role]));

        Assert.Equal(opens ? HttpStatusCode.OK : HttpStatusCode.Forbidden, visit.Status);
        Assert.Equal("no-store", visit.Headers.CacheControl!.ToString());
        Assert.Equal(!opens, visit.Text("h1") == "This page is not for you yet");
    }

    [Theory]
    [MemberData(nameof(MemberPages.All), MemberType = typeof(MemberPages))]
    public async Task Page_WithHostileTexts_ShowsThemAsText(string path)
    {
        var visit = await portal.VisitAsync(path, portal.Issuer.AccessToken(roles: ["administrator"], entity: FakeSubmissions.Owner));

        Assert.Empty(visit.Page.QuerySelectorAll("main script, main img"));
    }

    [Theory]
    [InlineData("/desk/registrations/")]
    [InlineData("/desk/abuse-reports/")]
    [InlineData("/desk/submissions/")]
    [InlineData("/desk/entries/")]
    [InlineData("/desk/reports/")]
    [InlineData("/desk/search/synonyms/")]
    [InlineData("/contribute/")]
    [InlineData("/contribute/calls/")]
    [InlineData("/desk/calls/")]
    [InlineData("/members/")]
    [InlineData("/members/introductions/")]
    [InlineData("/members/threads/")]
    public async Task Page_OfWhatIsNotThere_SaysSo(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await portal.VisitAsync($"{path}{FakeMembers.Unknown}", portal.Issuer.AccessToken(roles: ["administrator"]))).Status);

    [Fact]
    public async Task Form_SentAfterTheSessionHasEnded_IsNotTakenSaysSoAndMayBeSentAgain()
    {
        (string Name, string Value)[] sent = [("_handler", "refuse"), ("__RequestVerificationToken", "as given"), ("reason", HostileSubmissions.Text), ("theme", "one"), ("theme", "two")];
        using var client = portal.CreateReader();
        using var content = new FormUrlEncodedContent(sent.Select(field => KeyValuePair.Create(field.Name, field.Value)));

        using var response = await client.PostAsync(new Uri($"/fr/desk/registrations/{FakeMembers.Id}", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Unauthorized, "no-store"), (response.StatusCode, response.Headers.CacheControl!.ToString()));
        var visit = await PortalFixture.ReadAsync(response);
        Assert.Equal("Vous avez été déconnecté", visit.Text("h1"));
        Assert.Equal($"/fr/desk/registrations/{FakeMembers.Id}", visit.Page.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Equal(sent, visit.Page.QuerySelectorAll("main form input").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!)));
        Harmless.Check(visit);
    }

    [Fact]
    public async Task Form_SentAfterTheSessionHasEnded_OverASlowLink_MayBeSentAgain()
    {
        using var client = portal.CreateReader();
        using var content = new LateForm("reason=Typed+for+an+hour");

        var asked = client.PostAsync(new Uri($"/desk/registrations/{FakeMembers.Id}", UriKind.Relative), content, TestContext.Current.CancellationToken);
        await portal.VisitAsync("/about");
        content.Arrive();

        using var response = await asked;
        Assert.Equal("Typed for an hour", (await PortalFixture.ReadAsync(response)).Page.QuerySelector("main form input[name=reason]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Form_WithoutAntiforgeryToken_IsNotTaken()
    {
        var before = portal.Members.Told.Count;
        using var client = portal.CreateReader();
        client.DefaultRequestHeaders.Authorization = new("Bearer", portal.Issuer.AccessToken(roles: ["moderator"]));
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "refuse", ["reason"] = "no", ["version"] = "3" });

        using var response = await client.PostAsync(new Uri($"/desk/registrations/{FakeMembers.Id}", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("What you sent was not taken", (await PortalFixture.ReadAsync(response)).Text("h1"));
        Assert.Equal(before, portal.Members.Told.Count);
    }

    /// <summary>A form whose head is there before what was typed.</summary>
    private sealed class LateForm : HttpContent
    {
        private readonly byte[] body;
        private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public LateForm(string body)
        {
            this.body = Encoding.ASCII.GetBytes(body);
            Headers.ContentType = new("application/x-www-form-urlencoded");
        }

        public void Arrive() => arrived.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await arrived.Task;
            await stream.WriteAsync(body);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length;
            return true;
        }
    }
}
