using System.Net;
using PfP.Identity.Tests.Provider.Hosting;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Provider;

/// <summary>Refresh tokens: each once, for its client, and no longer than session, membership and grant.</summary>
public sealed class RefreshTests(IdentityHost host)
{
    [Fact]
    public async Task RefreshToken_UsedAgain_RevokesEverythingThatCameOfTheSignIn()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var first = await site.SignInAsync(visitor);
        var second = await site.RefreshAsync(first.RefreshToken);

        var again = await site.RefreshAsync(first.RefreshToken);

        Assert.Equal("invalid_grant", again.Error);
        Assert.Equal("invalid_grant", (await site.RefreshAsync(second.RefreshToken)).Error);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.UserInfoAsync(second.AccessToken)).Status);
        Assert.Contains("refresh-token-reused", await host.EventsOfAsync(first.IdToken.Subject));
    }

    [Fact]
    public async Task RefreshToken_OfAnotherSignIn_OutlivesTheReuse()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var (stolen, own) = (await site.SignInAsync(visitor), await site.SignInAsync(visitor));
        await site.RefreshAsync(stolen.RefreshToken);
        await site.RefreshAsync(stolen.RefreshToken);

        Assert.True((await site.RefreshAsync(own.RefreshToken)).IsGranted);
    }

    [Fact]
    public async Task RefreshToken_UsedTwentyTimesAtOnce_IsUsedOnce()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var tokens = await site.SignInAsync(visitor);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => site.RefreshAsync(tokens.RefreshToken)));

        Assert.Single(answers, answer => answer.IsGranted);
        Assert.Equal(19, answers.Count(answer => answer.Error == "invalid_grant"));
    }

    [Fact]
    public async Task RefreshToken_OfAnotherClient_IsRefusedAndStaysGood()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        using var other = new RelyingParty(host, TestClient.Other);
        var tokens = await site.SignInAsync(visitor);

        var stolen = await other.RefreshAsync(tokens.RefreshToken);

        Assert.Equal("invalid_grant", stolen.Error);
        Assert.True((await site.RefreshAsync(tokens.RefreshToken)).IsGranted);
    }

    [Fact]
    public async Task Refresh_HoweverOften_EndsADayAfterTheSignIn()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var tokens = await site.SignInAsync(visitor);
        host.Clock.Advance(TimeSpan.FromHours(23));
        tokens = await site.RefreshAsync(tokens.RefreshToken);
        host.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("invalid_grant", (await site.RefreshAsync(tokens.RefreshToken)).Error);
    }

    [Theory]
    [InlineData("signing out")]
    [InlineData("signing out everywhere")]
    [InlineData("another password")]
    [InlineData("another role")]
    [InlineData("a successor")]
    [InlineData("a password by mail")]
    [InlineData("the end of the membership")]
    [InlineData("leaving")]
    public async Task Refresh_AfterTheSessionEnded_IsRefused(string reason)
    {
        var email = People.NewEmail();
        using var visitor = await host.SignedInAsync(email);
        using var site = new RelyingParty(host);
        var tokens = await site.SignInAsync(visitor);

        await (reason switch
        {
            "signing out" => visitor.SubmitAsync("/account/sign-out", "sign-out"),
            "signing out everywhere" => visitor.SubmitAsync("/account/security", "everywhere"),
            "another password" => visitor.SubmitAsync("/account/password", "password", ("current", People.Password), ("password", "window ladder eleven")),
            "another role" => GiveRoleAsync(email),
            "a password by mail" => ResetAsync(email),
            "the end of the membership" => EndAsync(email),
            "leaving" => visitor.SubmitAsync("/account/data", "delete", ("confirmation", email)),
            _ => SucceedAsync(email),
        });

        Assert.Equal("invalid_grant", (await site.RefreshAsync(tokens.RefreshToken)).Error);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.UserInfoAsync(tokens.AccessToken)).Status);
        await host.Logouts.NextAsync("site", tokens.Session);
    }

    [Fact]
    public async Task Refresh_AfterTheMembershipExpired_IsRefused()
    {
        var email = People.NewEmail();
        using var visitor = await host.SignedInAsync(email);
        using var site = new RelyingParty(host);
        var tokens = await site.SignInAsync(visitor);
        await host.InDatabaseAsync(async db =>
        {
            var member = db.Members.Single(member => member.Email == email);
            member.Renew(host.Clock.GetUtcNow().AddMinutes(-1), Guid.Empty, host.Clock.GetUtcNow());
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        Assert.Equal("invalid_grant", (await site.RefreshAsync(tokens.RefreshToken)).Error);
    }

    [Fact]
    public async Task Refresh_ForFewerScopes_GivesThoseAndForMoreNothing()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var tokens = await site.SignInAsync(visitor);

        var more = await site.RefreshAsync(tokens.RefreshToken, ("scope", "openid email"));
        var fewer = await site.RefreshAsync(tokens.RefreshToken, ("scope", "openid"));

        Assert.Equal(("invalid_scope", "openid"), (more.Error, fewer.Text("scope")));
        Assert.Equal("openid profile offline_access", (await site.RefreshAsync(fewer.RefreshToken)).Text("scope"));
    }

    private async Task GiveRoleAsync(string email)
    {
        var member = await host.MemberAsync(email);
        using var desk = new Desk(host, Roles.Administrator);
        using var changed = await desk.SendAsync(HttpMethod.Put, $"{member.Id}/role", new { role = Roles.FocalPoint, entity = "country:MD" }, member.Version);
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
    }

    private async Task SucceedAsync(string email)
    {
        var member = await host.MemberAsync(email);
        var successor = People.NewEmail();
        using var desk = new Desk(host);
        using var appointed = await desk.SendAsync(HttpMethod.Post, $"{member.Id}/successor", new { name = "Sample Successor", email = successor }, member.Version);
        using var newcomer = new Visitor(host);
        await newcomer.SubmitAsync((await host.Mail.NextAsync(successor)).Links.First().PathAndQuery, "join", ("password", People.Password));
    }

    private async Task ResetAsync(string email)
    {
        using var elsewhere = new Visitor(host);
        await elsewhere.SubmitAsync("/account/forgot", "forgot", ("email", email));
        await elsewhere.SubmitAsync((await host.ResetMailAsync(email)).Links.First().PathAndQuery, "reset", ("password", "harbour pencil nineteen"));
    }

    // By the secretariat, for what they wrote.
    private async Task EndAsync(string email)
    {
        var (member, reporter) = (await host.MemberAsync(email), await host.PeerAsync());
        using var own = host.DeskOf(member);
        var introduction = await own.AskedAsync(reporter);
        using var peer = host.DeskOf(reporter);
        using var reported = await peer.SendAsync(HttpMethod.Post, "abuse-reports", new { introductionId = introduction.Id, reason = "An insult." });
        using var desk = new Desk(host);
        using var closed = await desk.SendAsync(HttpMethod.Post, $"{reported.Headers.Location!.OriginalString["/api/members/".Length..]}/close", new { decision = "member_ended" }, 1);
        Assert.Equal(HttpStatusCode.NoContent, closed.StatusCode);
    }
}
