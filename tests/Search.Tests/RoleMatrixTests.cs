using PfP.Search.Tests.Hosting;
using PfP.Testing;

namespace PfP.Search.Tests;

public sealed class RoleMatrixTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Fact]
    public async Task Api_ForAVisitor_IsOpenAsTheReadmeSays()
    {
        using var visitor = host.CreateClient();
        Assert.NotEmpty(RoleMatrix.RoutesOf(host.Services));
        Assert.Empty(await RoleMatrix.ClosedToVisitorsAsync(host.Services, visitor));
    }
}
