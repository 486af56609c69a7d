using System.Net;
using PfP.Identity.Tests.Provider.Hosting;

namespace PfP.Identity.Tests.Provider;

public sealed class RevocationTests(IdentityHost host)
{
    [Theory]
    [InlineData("refresh token")]
    [InlineData("access token")]
    public async Task Token_OnceRevoked_TakesItsGrantAlong(string kind)
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var tokens = await site.SignInAsync(visitor);

        var answer = await site.RevokeAsync(kind == "access token" ? tokens.AccessToken : tokens.RefreshToken);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("invalid_grant", (await site.RefreshAsync(tokens.RefreshToken)).Error);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.UserInfoAsync(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task Token_OfAnotherClient_IsNotRevoked()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        using var other = new RelyingParty(host, TestClient.Other);
        var tokens = await site.SignInAsync(visitor);

        Assert.Equal("invalid_grant", (await other.RevokeAsync(tokens.RefreshToken)).Error);
        Assert.True((await site.RefreshAsync(tokens.RefreshToken)).IsGranted);
    }

    [Fact]
    public async Task Token_ThatNobodyKnows_IsRevokedAlready()
    {
        using var site = new RelyingParty(host);

        Assert.Equal(HttpStatusCode.OK, (await site.RevokeAsync("unknown")).Status);
        Assert.Equal("invalid_request", (await site.RevokeAsync("")).Error);
        Assert.Equal("invalid_client", (await site.PostAsync("/connect/revoke", [new("token", "unknown")], null)).Error);
    }
}
