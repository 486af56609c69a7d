using System.Net;
using Microsoft.IdentityModel.Tokens;
using PfP.Identity.Tests.Provider.Hosting;

namespace PfP.Identity.Tests.Provider;

public sealed class RestartTests(IdentityHost host)
{
    /// <summary>A process that starts later finds in the database all that the one before it knew.</summary>
    [Fact]
    public async Task Keys_Sessions_CodesAndTokens_SurviveARestart()
    {
        using var visitor = new Visitor(host);
        var joined = await visitor.SubmitAsync(await host.InviteAsync(People.NewEmail()), "join", ("password", People.Password));
        using var before = new RelyingParty(host);
        var (tokens, code, keys) = (await before.SignInAsync(visitor), await before.CodeAsync(visitor), await KeyIdsAsync(before));

        await using var restarted = host.WithWebHostBuilder(_ => { });
        using var after = new RelyingParty(restarted);
        using var back = new Visitor(restarted);
        back.Client.DefaultRequestHeaders.Add("Cookie", joined.Cookies.Single(cookie => cookie.StartsWith(Visitor.SessionCookie, StringComparison.Ordinal)).Split(';')[0]);

        Assert.Equal(keys, await KeyIdsAsync(after));
        Assert.Equal(HttpStatusCode.OK, (await back.GetAsync("/account")).Status);
        Assert.True((await after.RedeemAsync(code, ("code_verifier", before.Verifier))).IsGranted);
        Assert.Equal(HttpStatusCode.OK, (await after.UserInfoAsync(tokens.AccessToken)).Status);
        Assert.True((await after.RefreshAsync(tokens.RefreshToken)).IsGranted);
    }

    private static async Task<IEnumerable<string>> KeyIdsAsync(RelyingParty client) =>
        new JsonWebKeySet(await client.Http.GetStringAsync("/connect/jwks", TestContext.Current.CancellationToken)).Keys.Select(key => key.Kid);
}
