using System.Net;
using Microsoft.AspNetCore.Routing.Patterns;
using PfP.Testing;

namespace PfP.Portal.Tests.Members;

/// <summary>README's role matrix, walked over every page; a page that is not in it fails.</summary>
public sealed class RoleMatrixTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly RoleMatrix Matrix = RoleMatrix.Read();

    [Fact]
    public async Task Pages_ForEveryRole_OpenAsTheReadmeSays()
    {
        var routes = RoleMatrix.RoutesOf(portal.Services).ToList();

        Assert.True(routes.Count > 40, $"Only {routes.Count} pages were found.");
        foreach (var (method, route) in routes)
        {
            var allowed = Matrix.Allowed(method, route);
            foreach (var (index, role) in RoleMatrix.Roles.Index())
            {
                Assert.True(allowed[index] == await OpensAsync(route, role), $"{route.RawText} for {role}");
            }
        }
    }

    private async Task<bool> OpensAsync(RoutePattern route, string role)
    {
        var visit = await portal.VisitAsync(RoleMatrix.SamplePath(route), role == "visitor" ? null : portal.Issuer.AccessToken(roles: role == "pending" ? [] : [role]));
        var asksToSignIn = visit.Status == HttpStatusCode.Redirect && visit.Headers.Location!.OriginalString.StartsWith("/bff/login", StringComparison.Ordinal);
        return !asksToSignIn && visit.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
    }
}
