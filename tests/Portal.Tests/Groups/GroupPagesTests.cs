using System.Net;
using PfP.Portal.Tests.Security;

namespace PfP.Portal.Tests.Groups;

/// <summary>A group's page: everybody reads its public part, members more, and marked; what is the members' is on no other page and in no cache.</summary>
public sealed class GroupPagesTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private const string Page = "/working-groups/covid-19";

    private string Member => portal.Issuer.AccessToken(roles: ["member"], entity: "country:MD");

    public void Dispose() => portal.Behind.Groups.MembersPartFails = false;

    [Fact]
    public async Task SignedOut_ReadsThePublicPart_AndNothingAsksForMore()
    {
        var before = portal.Behind.Asked.Count;
        var visit = await portal.VisitAsync(Page);
        var list = await portal.VisitAsync("/fr/working-groups");

        Assert.Equal(("Covid-19", "The public plan"), (visit.Text("h1"), visit.Text("#years h4 + div")));
        Assert.NotNull(visit.Page.QuerySelector("#mandate strong"));
        Assert.Equal(["/countries/ke", "/organisations/ifad"], visit.Links(".aside ul"));
        Assert.Equal("public, max-age=30", visit.Headers.CacheControl!.ToString());
        Assert.DoesNotContain(FakeGroups.Secret, visit.Html + list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Behind.Asked.Skip(before), asked => asked.Contains("/members", StringComparison.Ordinal));
        Assert.Empty(visit.Page.QuerySelectorAll("main .chip, #members-documents"));
        Assert.Equal(["Co-chairs", "For members"], visit.Page.QuerySelectorAll(".aside h2").Select(heading => heading.TextContent));
        Assert.Contains("/working-groups", visit.Links("footer"));
    }

    [Fact]
    public async Task SignedOut_ReadsTheSameWords_WhetherAGroupKeepsAnythingForMembersOrNot()
    {
        var (full, empty) = (await portal.VisitAsync(Page), await portal.VisitAsync("/working-groups/empty"));

        Assert.Equal(full.Text(".aside section:last-child p"), empty.Text(".aside section:last-child p"));
        Assert.Equal("No mandate recorded.", empty.Text("#mandate p"));
        Assert.Null(empty.Page.QuerySelector("#years, #documents"));
    }

    [Fact]
    public async Task Member_ReadsBothParts_Marked_OnAPageThatIsKeptNowhere()
    {
        var visit = await portal.VisitAsync(Page, Member);

        Assert.Equal(["2021", "2020"], visit.Page.QuerySelectorAll("#years h3").Select(year => year.TextContent));
        Assert.Equal(["Plan", "Results For members", "Plan For members"], visit.Page.QuerySelectorAll("#years h4").Select(heading => heading.TextContent.Trim()));
        Assert.Contains(FakeGroups.Secret, visit.Text("#years section"), StringComparison.Ordinal);
        Assert.Equal("The open one", visit.Text("#documents li a"));
        Assert.Contains("For members", visit.Text("#members-documents h2"), StringComparison.Ordinal);
        Assert.Equal([$"{"/api/catalogue" + Page}/members/documents/{FakeGroups.Document}/Closed.pdf"], visit.Links("#members-documents"));
        Assert.Equal("no-store", visit.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Pending_ReadsThePublicPartAlone()
    {
        var visit = await portal.VisitAsync(Page, portal.Issuer.AccessToken(roles: [], entity: "country:KE"));

        Assert.Equal("The public plan", visit.Text("#years h4 + div"));
        Assert.DoesNotContain(FakeGroups.Secret, visit.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/contribute/groups/covid-19", visit.Links("main"));
    }

    [Fact]
    public async Task MembersPart_ThatIsAway_IsSaid_AndThePublicPartIsShown()
    {
        portal.Behind.Groups.MembersPartFails = true;

        var visit = await portal.VisitAsync($"/es{Page}", Member);

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Contains("no se puede mostrar", visit.Text(".notice-strong"), StringComparison.Ordinal);
        Assert.Contains("The public plan", visit.Text("#years"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("member", "country:KE", true)]
    [InlineData("focal_point", "organisation:ifad", true)]
    [InlineData("moderator", null, true)]
    [InlineData("focal_point", "country:MD", false)]
    public async Task CoChairs_AndTheSecretariat_AreLedToWriteIt(string role, string? entity, bool isLed)
    {
        var token = portal.Issuer.AccessToken(roles: [role], entity: entity);

        Assert.Equal(isLed, (await portal.VisitAsync($"/fr{Page}", token)).Links("main").Contains("/fr/contribute/groups/covid-19"));
        Assert.Equal(isLed && entity is not null, (await portal.VisitAsync("/contribute", token)).Links("#own-groups").Contains("/contribute/groups/covid-19"));
    }

    [Theory]
    [InlineData("/working-groups")]
    [InlineData("/working-groups/hostile")]
    public async Task Page_WithHostileTexts_ShowsThemAsText_ToMembersToo(string path)
    {
        Harmless.Check(await portal.VisitAsync(path));
        Harmless.Check(await portal.VisitAsync(path, Member));
    }

    [Fact]
    public async Task Group_ThatIsNotThere_IsNotFound() => Assert.Equal(HttpStatusCode.NotFound, (await portal.VisitAsync("/working-groups/none", Member)).Status);
}
