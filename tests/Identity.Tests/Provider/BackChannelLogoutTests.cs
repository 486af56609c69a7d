using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Identity.Tests.Provider.Hosting;
using PfP.Testing;

namespace PfP.Identity.Tests.Provider;

/// <summary>Whoever got tokens in a session hears of its end, whatever ended it.</summary>
public sealed class BackChannelLogoutTests(IdentityHost host)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    [Fact]
    public async Task Logout_OfASessionWithTwoClients_IsToldToBoth()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        using var other = new RelyingParty(host, TestClient.Other);
        var tokens = await site.SignInAsync(visitor);
        await other.SignInAsync(visitor);

        await visitor.GetAsync($"/connect/logout?id_token_hint={tokens.RawIdToken}");

        var token = await host.Logouts.NextAsync("site", tokens.Session);
        Assert.Equal(("logout+jwt", "RS256", "http://localhost", tokens.IdToken.Subject), (token.Typ, token.Alg, token.Issuer, token.Subject));
        Assert.Equal(["site"], token.Audiences);
        Assert.Equal("{}", token.GetPayloadValue<JsonElement>("events").GetProperty(Event).GetRawText());
        Assert.False(token.TryGetPayloadValue<string>("nonce", out _));
        Assert.Equal(120, token.GetPayloadValue<long>("exp") - token.GetPayloadValue<long>("iat"));
        Assert.NotEqual(token.Id, (await host.Logouts.NextAsync("other", tokens.Session)).Id);
    }

    [Fact]
    public async Task Logout_OfASession_IsNotToldToClientsThatGotNoTokens()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        using var other = new RelyingParty(host, TestClient.Other);
        await other.CodeAsync(visitor);
        var tokens = await site.SignInAsync(visitor);

        await visitor.SubmitAsync("/account/sign-out", "sign-out");

        await host.Logouts.NextAsync("site", tokens.Session);
        await NothingIsLeftAsync(tokens.Session);
        Assert.Empty(host.Logouts.Of("other", tokens.Session));
    }

    [Fact]
    public async Task Client_ThatFailsToAnswer_IsToldAgain()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var tokens = await site.SignInAsync(visitor);
        host.Logouts.Fail(tokens.Session, times: 1);

        await visitor.SubmitAsync("/account/sign-out", "sign-out");

        await host.Logouts.NextAsync("site", tokens.Session);
        await NothingIsLeftAsync(tokens.Session);
    }

    [Fact]
    public async Task Notice_LeftByASenderThatWasKilled_IsSent()
    {
        var session = Guid.NewGuid();
        var now = TimeProvider.System.GetUtcNow();
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            insert into provider.logout_notices (id, client_id, account_id, session_id, created_at, attempts, next_attempt_at)
            values ({Guid.NewGuid()}, 'site', {Guid.NewGuid()}, {session}, {now}, 1, {now.AddSeconds(1)})
            """,
            TestContext.Current.CancellationToken));

        await host.Logouts.NextAsync("site", session.ToString());
    }

    [Fact]
    public async Task SignOutEverywhere_EndsEverySessionAtItsClients()
    {
        var email = People.NewEmail();
        using var here = await host.SignedInAsync(email);
        using var there = new Visitor(host);
        await there.SignInAsync(email);
        using var site = new RelyingParty(host);
        var (first, second) = (await site.SignInAsync(here), await site.SignInAsync(there));

        await here.SubmitAsync("/account/security", "everywhere");

        await host.Logouts.NextAsync("site", first.Session);
        await host.Logouts.NextAsync("site", second.Session);
    }

    [Fact]
    public async Task SignIn_AgainInTheSameBrowser_StaysInTheSession()
    {
        var email = People.NewEmail();
        using var visitor = await host.SignedInAsync(email);
        using var site = new RelyingParty(host);
        var before = await site.SignInAsync(visitor);

        await visitor.SignInAsync(email);

        Assert.Equal(before.Session, (await site.SignInAsync(visitor)).Session);
        Assert.True((await site.RefreshAsync(before.RefreshToken)).IsGranted);
    }

    [Fact]
    public async Task SignIn_OfSomebodyElseInTheSameBrowser_EndsTheSession()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var before = await site.SignInAsync(visitor);

        await visitor.SignInAsync(await host.JoinAsync());

        Assert.NotEqual(before.Session, (await site.SignInAsync(visitor)).Session);
        await host.Logouts.NextAsync("site", before.Session);
    }

    private Task NothingIsLeftAsync(string session)
    {
        var id = Guid.Parse(session);
        return Eventually.TrueAsync(
            () => host.InDatabaseAsync(async db => !await db.Database.SqlQuery<int>($"select 1 as \"Value\" from provider.logout_notices where session_id = {id}").AnyAsync()),
            "all notices were heard");
    }
}
