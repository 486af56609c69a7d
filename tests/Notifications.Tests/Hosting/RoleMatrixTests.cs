using PfP.Testing;

namespace PfP.Notifications.Tests.Hosting;

public sealed class RoleMatrixTests(NotificationsHost host)
{
    /// <summary>It hears events and sends mail; a route would have to be in README's role matrix.</summary>
    [Fact]
    public void Routes_ForPeople_AreNone() => Assert.Empty(RoleMatrix.RoutesOf(host.Services));
}
