using System.Net;

namespace PfP.Portal.Tests.Members;

/// <summary>Pages for members while the members API does not answer.</summary>
public sealed class OutageTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private string Staff => portal.Issuer.AccessToken(roles: ["administrator"]);

    public void Dispose() => portal.Members.Fails = false;

    [Fact]
    public async Task Desk_WhileTheServiceIsAway_SaysWhichPartIsMissing()
    {
        portal.Members.Fails = true;

        var visit = await portal.VisitAsync("/desk", Staff);

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Contains("that service does not answer", visit.Text(".notice-strong"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/members/threads")]
    [InlineData("/desk/registrations")]
    public async Task Page_WhileTheServiceIsAway_IsAPoliteError(string path)
    {
        portal.Members.Fails = true;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await portal.VisitAsync(path, Staff)).Status);
    }

    [Fact]
    public async Task PublicPages_WhileTheServiceIsAway_AreAsEver()
    {
        portal.Members.Fails = true;

        Assert.Equal(HttpStatusCode.OK, (await portal.VisitAsync("/practices", Staff)).Status);
        Assert.Equal(HttpStatusCode.OK, (await portal.VisitAsync("/practices")).Status);
    }
}
