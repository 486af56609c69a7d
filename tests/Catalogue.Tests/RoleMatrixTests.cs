using PfP.Catalogue.Tests.Hosting;
using PfP.Testing;

namespace PfP.Catalogue.Tests;

/// <summary>README's role matrix, walked over every route of this service; one that is not in it fails.</summary>
public sealed class RoleMatrixTests(CatalogueHost host)
{
    private const string Api = "/api/catalogue/";

    [Fact]
    public async Task Api_ForEveryRole_AnswersAsTheReadmeSays()
    {
        var routes = RoleMatrix.RoutesOf(host.Services).ToList();

        Assert.True(routes.Count > 25, $"Only {routes.Count} routes were found.");
        Assert.Empty(await RoleMatrix.DeviationsAsync(routes, (method, path, role) => host.AskAsAsync(role, path[Api.Length..], method)));
    }
}
