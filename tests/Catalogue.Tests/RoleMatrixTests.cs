using PfP.Catalogue.Tests.Hosting;
using PfP.Testing;

namespace PfP.Catalogue.Tests;

public sealed class RoleMatrixTests(CatalogueHost host)
{
    [Fact]
    public async Task Api_ForAVisitor_IsOpenAsTheReadmeSays()
    {
        using var visitor = host.CreateClient();
        Assert.NotEmpty(RoleMatrix.RoutesOf(host.Services));
        Assert.Empty(await RoleMatrix.ClosedToVisitorsAsync(host.Services, visitor));
    }
}
