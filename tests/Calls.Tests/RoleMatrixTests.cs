using System.Net;
using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Submissions;
using PfP.Testing;

namespace PfP.Calls.Tests;

/// <summary>README's role matrix, walked over every route of this service; one that is not in it fails.</summary>
public sealed class RoleMatrixTests(CallsHost host)
{
    private const string Api = "/api/calls";
    private static readonly RoleMatrix Matrix = RoleMatrix.Read();

    [Fact]
    public async Task Api_ForEveryRole_AnswersAsTheReadmeSays()
    {
        var routes = RoleMatrix.RoutesOf(host.Services).ToList();

        Assert.True(routes.Count > 15, $"Only {routes.Count} routes were found.");
        foreach (var (method, route) in routes)
        {
            var allowed = Matrix.Allowed(method, route);
            foreach (var (index, role) in RoleMatrix.Roles.Index())
            {
                using var person = new Calling(host, role, "country:MD");
                using var response = await person.AskAsync(new(method), RoleMatrix.SamplePath(route)[Api.Length..]);
                Assert.True(allowed[index] == response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden), $"{method} {route.RawText} for {role}: {response.StatusCode}");
            }
        }
    }
}
