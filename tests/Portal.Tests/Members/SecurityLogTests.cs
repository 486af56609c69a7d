namespace PfP.Portal.Tests.Members;

public sealed class SecurityLogTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private string Administrator => portal.Issuer.AccessToken(roles: ["administrator"]);

    [Fact]
    public async Task Log_ForAnAdministrator_SaysWhatHappenedToWhomAndByWhom()
    {
        var visit = await portal.VisitAsync("/desk/security-log", Administrator);

        Assert.Equal(
            [
                (Samples.Hostile, "Profile changed", "the same person"),
                ("former member", "Membership ended", Samples.Hostile),
                (Samples.Hostile, "Sign-in refused: wrong password", "not signed in"),
            ],
            visit.Page.QuerySelectorAll("tbody tr").Select(row => (row.Children[1].TextContent, row.Children[2].TextContent, row.Children[3].TextContent)));
    }

    [Fact]
    public async Task Log_WhenNarrowed_KeepsWhatItWasNarrowedTo()
    {
        var narrowed = $"/fr/desk/security-log?account={FakeMembers.Unknown}";

        var visit = await portal.VisitAsync($"{narrowed}&action=signed-in", Administrator);

        Assert.Equal($"{narrowed}&action=ended", visit.Page.QuerySelectorAll("tbody tr")[1].Children[2].QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal($"{narrowed}&action=signed-in&page=2", visit.Page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Log_ForNoAccountAtAll_ShowsAll()
    {
        var visit = await portal.VisitAsync("/desk/security-log?account=nobody", Administrator);

        Assert.Equal(3, visit.Page.QuerySelectorAll("tbody tr").Length);
    }
}
