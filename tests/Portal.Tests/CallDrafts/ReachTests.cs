using System.Net;
using PfP.Portal.Tests.Security;

namespace PfP.Portal.Tests.CallDrafts;

/// <summary>Whose call it is, and the secretariat, see how many would be told of it before anybody is.</summary>
public sealed class ReachTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private FakeNotifications Notifications => portal.Behind.Notifications;

    private string Member => portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    public void Dispose() => (Notifications.Fails, Notifications.Reached) = (false, 4);

    [Fact]
    public async Task Numbers_StandWhereACallIsWrittenAndReviewed_WithTheirReasons_AndAskForWhatACallCanHave()
    {
        string[] written = [.. new[] { FakeCallDrafts.Draft, FakeCallDrafts.ChangesRequested, FakeCallDrafts.Submitted }.Select(id => $"/contribute/calls/{id}")];
        foreach (var (path, token) in written.Select(path => (path, Member)).Append(($"/desk/calls/{FakeCallDrafts.Submitted}", Moderator)))
        {
            var visit = await portal.VisitAsync(path, token);

            Assert.Equal((path, $"GET /api/notifications/matches?countriesWanted=GH&themes=remittances&owner={Uri.EscapeDataString(FakeSubmissions.Owner)}"), (path, Notifications.Told.Last()));
            Assert.Contains("If it opened today, 4 people would be told", visit.Text("#reach"), StringComparison.Ordinal);
            Assert.Equal(3, visit.Page.QuerySelectorAll("#reach li").Length);
            Assert.Contains("Focal points of Ghana: 2", visit.Text("#reach"), StringComparison.Ordinal);
            Assert.Contains("Remittances and financial inclusion: 1", visit.Text("#reach"), StringComparison.Ordinal);
            Harmless.Check(visit);
        }
    }

    [Theory]
    [InlineData(1, "", "1 person would be told")]
    [InlineData(0, "", "nobody would be told")]
    [InlineData(2, "/fr", "2 personnes en seraient informées")]
    [InlineData(2, "/es", "se avisaría por correo a 2 personas")]
    public async Task Number_IsSaidInWords(int reached, string prefix, string said)
    {
        Notifications.Reached = reached;

        Assert.Contains(said, (await portal.VisitAsync($"{prefix}/contribute/calls/{FakeCallDrafts.Submitted}", Member)).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_AreLeftOut_WhereTheServiceIsAway_AndOfACallThatIsPublic()
    {
        var open = await portal.VisitAsync($"/contribute/calls/{FakeCallDrafts.Open}", Member);
        Notifications.Fails = true;
        var submitted = await portal.VisitAsync($"/contribute/calls/{FakeCallDrafts.Submitted}", Member);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (open.Status, submitted.Status));
        Assert.All([open, submitted], visit => Assert.DoesNotContain("opened today", visit.Text("main"), StringComparison.Ordinal));
        Assert.Single(submitted.Page.QuerySelectorAll("main input[name=_handler][value=take-back]"));
    }
}
