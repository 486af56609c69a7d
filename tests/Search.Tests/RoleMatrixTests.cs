using PfP.Search.Tests.Hosting;
using PfP.Testing;

namespace PfP.Search.Tests;

public sealed class RoleMatrixTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Fact]
    public async Task Api_ForEveryRole_AnswersAsTheReadmeSays()
    {
        var routes = RoleMatrix.RoutesOf(host.Services).ToList();

        Assert.True(routes.Count > 5, $"Only {routes.Count} routes were found.");
        Assert.Empty(await RoleMatrix.DeviationsAsync(routes, (method, path, role) => host.AskAsync(role == "visitor" ? null : Guid.CreateVersion7(), new(method), path, role: role)));
    }
}
