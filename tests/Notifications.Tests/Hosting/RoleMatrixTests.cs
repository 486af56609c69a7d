using System.Net;
using PfP.Testing;

namespace PfP.Notifications.Tests.Hosting;

/// <summary>README's role matrix, walked over every route of this service; one that is not in it fails.</summary>
public sealed class RoleMatrixTests(NotificationsHost host)
{
    private const string Api = "/api/notifications/";
    private static readonly RoleMatrix Matrix = RoleMatrix.Read();

    [Fact]
    public async Task Api_ForEveryRole_AnswersAsTheReadmeSays()
    {
        var routes = RoleMatrix.RoutesOf(host.Services).ToList();

        Assert.True(routes.Count > 5, $"Only {routes.Count} routes were found.");
        foreach (var (method, route) in routes)
        {
            var allowed = Matrix.Allowed(method, route);
            foreach (var (index, role) in RoleMatrix.Roles.Index())
            {
                using var response = await host.AskAsync(role == "visitor" ? null : Guid.CreateVersion7(), new(method), RoleMatrix.SamplePath(route)[Api.Length..], role: role);
                Assert.True(allowed[index] == response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden), $"{method} {route.RawText} for {role}: {response.StatusCode}");
            }
        }
    }
}
