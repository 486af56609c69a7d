using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using PfP.Testing;

namespace PfP.Identity.Tests.Members;

/// <summary>README's role matrix, walked over every route of this service; one that is not in it fails.</summary>
public sealed class RoleMatrixTests(IdentityHost host)
{
    private const string Api = "/api/members/";
    private static readonly RoleMatrix Matrix = RoleMatrix.Read();

    [Fact]
    public async Task Api_ForEveryRole_AnswersAsTheReadmeSays()
    {
        var routes = RoleMatrix.RoutesOf(host.Services).Where(route => route.Route.RawText!.StartsWith(Api, StringComparison.Ordinal)).ToList();

        Assert.True(routes.Count > 10, $"Only {routes.Count} routes were found.");
        foreach (var (index, role) in RoleMatrix.Roles.Index())
        {
            using var desk = new Desk(host, role switch { "visitor" => null, "pending" => "", _ => role }, entity: "country:MD", member: Guid.CreateVersion7());
            foreach (var (method, route) in routes)
            {
                var allowed = Matrix.Allowed(method, route)[index];
                Assert.True(allowed == await AnswersAsync(desk, method, route, isVisitor: role == "visitor"), $"{method} {route.RawText} for {role}");
            }
        }
    }

    [Fact]
    public void Pages_ForEveryRole_AreOpenAsTheReadmeSays()
    {
        var pages = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/account", StringComparison.Ordinal) && !endpoint.RoutePattern.RawText.Contains("error", StringComparison.Ordinal)).ToList();

        Assert.True(pages.Count > 15, $"Only {pages.Count} pages were found.");
        Assert.All(pages, page =>
        {
            // A visitor has no account; everybody else has one, whatever their role.
            var needsAccount = page.Metadata.GetMetadata<IAuthorizeData>() is not null;
            Assert.Equal([!needsAccount, true, true, true, true, true], Matrix.Allowed("GET", page.RoutePattern));
        });
    }

    [Fact]
    public void Provider_Always_IsInTheReadme() => Assert.All(
        RoleMatrix.RoutesOf(host.Services).Where(route => !route.Route.RawText!.StartsWith(Api, StringComparison.Ordinal)), route => Matrix.Allowed(route.Method, route.Route));

    // What the body lacks, and that there is nothing of that id, is found after it was seen who asks.
    private static async Task<bool> AnswersAsync(Desk desk, string method, RoutePattern route, bool isVisitor)
    {
        var isList = route.RawText!.EndsWith("/file", StringComparison.Ordinal);
        using var response = await desk.SendAsync(new(method), RoleMatrix.SamplePath(route)[Api.Length..], method is "GET" or "DELETE" ? null : isList ? "name,email" : new { }, version: 1);
        if (isVisitor)
        {
            Assert.NotEqual(HttpStatusCode.Forbidden, response.StatusCode);
        }

        return response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
    }
}
