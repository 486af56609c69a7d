using System.Net;
using System.Net.Http.Headers;
using PfP.Testing;
using PfP.Testing.Identity;

namespace PfP.ServiceDefaults.Tests.Authentication;

/// <summary>The provider's keys come and go, and so does the provider.</summary>
public sealed class KeyRotationTests
{
    [Fact]
    public async Task Provider_WithANewKey_IsBelievedUnderBoth()
    {
        await using var service = await StartAsync();
        var old = service.Issuer.AccessToken();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(service, old));

        service.Issuer.Keys.Add(TestKey.Create());

        Assert.Equal(HttpStatusCode.OK, await AskUntilKnownAsync(service, service.Issuer.AccessToken()));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(service, old));
    }

    [Fact]
    public async Task Tokens_WithUnknownKeys_DoNotFloodTheProvider()
    {
        await using var service = await StartAsync(unknownKeysEvery: "00:10:00");
        await AskAsync(service, service.Issuer.AccessToken());
        var before = service.Issuer.KeyReads;

        for (var number = 0; number < 50; number++)
        {
            await AskAsync(service, service.Issuer.AccessToken(spoil: token => token.Header["kid"] = $"unknown-{number}"));
        }

        Assert.InRange(service.Issuer.KeyReads - before, 0, 1);
    }

    [Fact]
    public async Task Provider_ThatIsAway_IsNotNeededOnceItsKeysAreKnown()
    {
        await using var service = await StartAsync();
        await AskAsync(service, service.Issuer.AccessToken());
        var token = service.Issuer.AccessToken();

        await service.Issuer.DisposeAsync();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(service, token));
    }

    [Fact]
    public async Task Provider_ThatWasNeverSeen_LeavesVisitorsAndIsNoError()
    {
        await using var service = await StartAsync();
        var token = service.Issuer.AccessToken();
        await service.Issuer.DisposeAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(service, token));
        Assert.Equal("anonymous", await service.Client.GetStringAsync(new Uri("/who", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    private static async Task<GuardedService> StartAsync(string unknownKeysEvery = "00:00:01")
    {
        var service = new GuardedService();
        await service.StartAsync(new() { ["Authentication:UnknownKeysEvery"] = unknownKeysEvery });
        return service;
    }

    // New keys are read in the background.
    private static async Task<HttpStatusCode> AskUntilKnownAsync(GuardedService service, string token)
    {
        await Eventually.TrueAsync(async () => await AskAsync(service, token) == HttpStatusCode.OK, "the new key is known");
        return await AskAsync(service, token);
    }

    private static async Task<HttpStatusCode> AskAsync(GuardedService service, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/member");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
