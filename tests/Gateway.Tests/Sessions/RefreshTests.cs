using System.Net;
using PfP.Gateway.Tests.Provider;

namespace PfP.Gateway.Tests.Sessions;

/// <summary>Renewing tokens with a provider that nobody here wrote: it rotates refresh tokens, and a second use of one ends the session.</summary>
public sealed class RefreshTests(IndependentSystem system) : IClassFixture<IndependentSystem>
{
    [Fact]
    public async Task Token_ThatEndsWhileFiftyRequestsArriveAtTwoReplicas_IsRenewedOnce()
    {
        var replica = await system.AddGatewayAsync();
        using var browser = system.OpenBrowser();
        await browser.SignInAsync();
        var before = await system.Provider.CountsAsync();
        system.Clock.Advance(TimeSpan.FromMinutes(5));

        (string, string)[] headers = [("Cookie", $"{browser.SessionName}={browser.Session}"), ("Host", browser.Home.Authority)];
        var answers = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(number => (number % 2 == 0 ? system.Gateway : replica).GetAsync("/practices?at=once", headers)));

        var after = await system.Provider.CountsAsync();
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(before.Refreshes + 1, after.Refreshes);
        Assert.Equal(before.Refused, after.Refused);
        var seen = system.SeenAt("/practices?at=once");
        Assert.Equal(50, seen.Count);
        Assert.Single(seen.Select(request => request.Headers["Authorization"]).Distinct());
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Session_ThatIsUsedForLong_IsRenewedAgainAndAgain()
    {
        using var browser = system.OpenBrowser();
        await browser.SignInAsync();
        var before = await system.Provider.CountsAsync();

        for (var time = 0; time < 3; time++)
        {
            system.Clock.Advance(TimeSpan.FromMinutes(5));
            await browser.GetAsync("/practices?for=long");
        }

        var after = await system.Provider.CountsAsync();
        Assert.Equal(before.Refreshes + 3, after.Refreshes);
        Assert.Equal(before.Refused, after.Refused);
        Assert.Equal(3, system.SeenAt("/practices?for=long").Select(request => request.Headers["Authorization"]).Distinct().Count());
    }

    [Fact]
    public async Task Token_ThatLastsAWhileYet_IsNotRenewed()
    {
        using var browser = system.OpenBrowser();
        await browser.SignInAsync();
        var before = await system.Provider.CountsAsync();
        system.Clock.Advance(TimeSpan.FromMinutes(4));

        await browser.GetAsync("/practices");

        Assert.Equal(before, await system.Provider.CountsAsync());
    }
}
