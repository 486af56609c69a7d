using PfP.Testing;

namespace PfP.Notifications.Tests.Hosting;

/// <summary>README's role matrix, walked over every route of this service; one that is not in it fails.</summary>
public sealed class RoleMatrixTests(NotificationsHost host)
{
    private const string Api = "/api/notifications/";

    [Fact]
    public async Task Api_ForEveryRole_AnswersAsTheReadmeSays()
    {
        var routes = RoleMatrix.RoutesOf(host.Services).ToList();

        Assert.True(routes.Count > 5, $"Only {routes.Count} routes were found.");
        Assert.Empty(await RoleMatrix.DeviationsAsync(routes, (method, path, role) =>
            host.AskAsync(role == "visitor" ? null : Guid.CreateVersion7(), new(method), path[Api.Length..], role: role)));
    }
}
