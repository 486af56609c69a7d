using PfP.Calls.Tests.Hosting;
using PfP.Calls.Tests.Submissions;
using PfP.Testing;

namespace PfP.Calls.Tests;

/// <summary>README's role matrix, walked over every route of this service; one that is not in it fails.</summary>
public sealed class RoleMatrixTests(CallsHost host)
{
    private const string Api = "/api/calls";

    [Fact]
    public async Task Api_ForEveryRole_AnswersAsTheReadmeSays()
    {
        var routes = RoleMatrix.RoutesOf(host.Services).ToList();

        Assert.True(routes.Count > 15, $"Only {routes.Count} routes were found.");
        Assert.Empty(await RoleMatrix.DeviationsAsync(routes, async (method, path, role) =>
        {
            using var person = new Calling(host, role, "country:MD");
            return await person.AskAsync(new(method), path[Api.Length..]);
        }));
    }
}
