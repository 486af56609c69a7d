using PfP.Gateway.Tests.Hosting;
using PfP.Testing;

namespace PfP.Gateway.Tests;

/// <summary>What the gateway answers itself is in README's role matrix too; what it passes on, the services behind it decide.</summary>
public sealed class RoleMatrixTests
{
    [Fact]
    public async Task Routes_OfItsOwn_AreOpenAsTheReadmeSays()
    {
        await using var upstream = await Upstream.StartAsync(_ => Task.CompletedTask);
        await using var gateway = TestGateway.Start(upstream);

        var routes = RoleMatrix.RoutesOf(gateway.Services).ToList();

        var matrix = RoleMatrix.Read();
        Assert.Contains(routes, route => route.Route.RawText == "/bff/user");
        Assert.All(routes, route => Assert.DoesNotContain(false, matrix.Allowed(route.Method, route.Route)));
    }
}
