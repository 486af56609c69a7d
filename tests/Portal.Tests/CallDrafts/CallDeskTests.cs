using System.Net;

namespace PfP.Portal.Tests.CallDrafts;

/// <summary>What of calls waits for the reader stands on the desk.</summary>
public sealed class CallDeskTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private string Member => portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

    public void Dispose() => portal.Behind.CallDrafts.DeskFails = false;

    [Fact]
    public async Task Desk_LeadsToWhatWaits()
    {
        var visit = await portal.VisitAsync("/es/desk", Member);

        Assert.Equal(
            [
                $"/es/desk/calls/{FakeCallDrafts.Submitted}", $"/es/contribute/calls/{FakeCallDrafts.ChangesRequested}", $"/es/contribute/calls/{FakeCallDrafts.Open}/replies",
                $"/es/contribute/calls/{FakeCallDrafts.Closed}",
            ],
            visit.Links("#call-desk"));
        Assert.Equal(
            ["Revisarlo", "Hacer los cambios solicitados", "Responder", "Decir qué resultó de él"],
            visit.Page.QuerySelectorAll("#call-desk td:last-child").Select(cell => cell.TextContent.Trim()));
        Assert.All(visit.Page.QuerySelectorAll("#call-desk td:nth-child(2)"), cell => Assert.Equal(HostileSubmissions.Line, cell.TextContent));
        Assert.Contains("Y 2 más", visit.Text("#call-desk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_WhileCallsAreAway_SaysWhatIsMissing()
    {
        portal.Behind.CallDrafts.DeskFails = true;

        var visit = await portal.VisitAsync("/desk", Member);

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Contains("calls for action cannot be shown", visit.Text(".notice-strong"), StringComparison.Ordinal);
        Assert.NotEmpty(visit.Page.QuerySelectorAll("main tbody tr"));
    }
}
