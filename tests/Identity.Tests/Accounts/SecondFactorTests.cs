using System.Net;
using PfP.Identity.Accounts.SecondFactor;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Accounts;

public sealed class SecondFactorTests(IdentityHost host)
{
    [Fact]
    public async Task Code_OnceUsed_IsNotTakenAgain()
    {
        var (email, key, _) = await WithAppAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var code = Totp.CodeAt(key, host.Clock.GetUtcNow());
        using var first = new Visitor(host);
        using var second = new Visitor(host);
        await first.SignInAsync(email);
        await second.SignInAsync(email);

        Assert.Equal(HttpStatusCode.Redirect, (await first.SubmitAsync("/account/code", "code", ("code", code))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await second.SubmitAsync("/account/code", "code", ("code", code))).Status);
    }

    [Fact]
    public async Task Code_SentManyTimesAtOnce_IsTakenOnce()
    {
        var (email, key, _) = await WithAppAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var code = Totp.CodeAt(key, host.Clock.GetUtcNow());
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);
        var page = await visitor.GetAsync("/account/code");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => visitor.SubmitAsync(page, "code", ("code", code))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect && answer.Location!.EndsWith("/account", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Codes_WhenGuessed_AreStopped()
    {
        var (email, key, _) = await WithAppAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        using var thief = new Visitor(host);
        await thief.SignInAsync(email);
        var page = await thief.GetAsync("/account/code");
        var right = Totp.CodeAt(key, host.Clock.GetUtcNow());

        for (var guess = 0; guess < 5; guess++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.SubmitAsync(page, "code", ("code", right == "000000" ? "000001" : "000000"))).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await thief.SubmitAsync(page, "code", ("code", right))).Status);
    }

    [Fact]
    public async Task Password_Alone_OpensNothing()
    {
        var (email, _, _) = await WithAppAsync();
        using var thief = new Visitor(host);

        var answer = await thief.SignInAsync(email);

        Assert.EndsWith("/account/code", answer.Location, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Cookies, cookie => cookie.StartsWith(Visitor.SessionCookie, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/account")).Status);
        // Nor does it put another app in the place of the owner's.
        Assert.Contains("/account/sign-in", (await thief.GetAsync("/account/set-up")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecoveryCode_ServesOnce()
    {
        var (email, _, codes) = await WithAppAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);
        var used = await visitor.SubmitAsync("/account/recovery-code", "recovery-code", ("recovery", codes[0].ToUpperInvariant()));
        await visitor.SubmitAsync("/account/sign-out", "sign-out");
        await visitor.SignInAsync(email);

        var again = await visitor.SubmitAsync("/account/recovery-code", "recovery-code", ("recovery", codes[0]));

        Assert.Equal((10, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (codes.Count, used.Status, again.Status));
    }

    [Theory]
    [InlineData(Roles.Moderator)]
    [InlineData(Roles.Administrator)]
    public async Task Staff_WithoutApp_MustSetOneUpToGetIn(string role)
    {
        var email = People.NewEmail();
        using var visitor = new Visitor(host);

        var joined = await visitor.SubmitAsync(await host.InviteAsync(email, role), "join", ("password", People.Password));
        Assert.Contains("/account/set-up", joined.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/account")).Status);

        var (_, codes) = await visitor.SetUpAsync(host, joined.Location!);
        Assert.Equal(10, codes.Count);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Staff_WithApp_CannotTurnItOff()
    {
        var email = People.NewEmail();
        using var visitor = new Visitor(host);
        var joined = await visitor.SubmitAsync(await host.InviteAsync(email, Roles.Moderator), "join", ("password", People.Password));
        await visitor.SetUpAsync(host, joined.Location!);
        var page = await visitor.GetAsync("/account/security");

        Assert.DoesNotContain(page.Page.Forms, form => form.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "turn-off");
        await visitor.PostAsync("/account/security", page.Fields("codes").Where(field => field.Key != "_handler").Append(new("_handler", "turn-off")));
        await visitor.SubmitAsync("/account/sign-out", "sign-out");
        Assert.Contains("/account/code", (await visitor.SignInAsync(email)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetUp_WithTheFormOfAnotherAccount_IsRefused()
    {
        using var attacker = new Visitor(host);
        using var victim = new Visitor(host);
        await attacker.SignInAsync(await host.JoinAsync());
        await victim.SignInAsync(await host.JoinAsync());
        var theirs = await attacker.GetAsync("/account/set-up");
        var page = await victim.GetAsync("/account/set-up");
        var stolen = theirs.Fields("set-up").First(field => field.Key == "setup").Value;

        var answer = await victim.SubmitAsync(page, "set-up", ("setup", stolen), ("code", Totp.CodeAt(theirs.KeyOfApp(), host.Clock.GetUtcNow())));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void Totp_AtTheTimesOfTheStandard_GivesItsCodes(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt("12345678901234567890"u8.ToArray(), DateTimeOffset.FromUnixTimeSeconds(seconds)));

    private async Task<(string Email, byte[] Key, IReadOnlyList<string> Codes)> WithAppAsync()
    {
        var email = await host.JoinAsync();
        using var owner = new Visitor(host);
        await owner.SignInAsync(email);
        var (key, codes) = await owner.SetUpAsync(host);
        return (email, key, codes);
    }
}
