using System.Net;
using PfP.Identity.Tests.Provider.Hosting;

namespace PfP.Identity.Tests.Provider;

/// <summary>Codes and PKCE: for whoever asked, once, and soon. The PKCE tests of the conformance suite's FAPI plan go by their names.</summary>
public sealed class CodeTests(IdentityHost host)
{
    [Theory]
    [InlineData("fapi2-security-profile-final-par-ensure-pkce-required", "code_challenge", null)]
    [InlineData("fapi2-security-profile-final-par-plain-pkce-rejected", "code_challenge_method", "plain")]
    [InlineData("method missing, which means plain", "code_challenge_method", null)]
    [InlineData("challenge empty", "code_challenge", "")]
    [InlineData("challenge too short", "code_challenge", "abc")]
    [InlineData("challenge of other letters", "code_challenge", "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    public async Task Request_WithoutAProperChallenge_IsRefused(string name, string parameter, string? value)
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);

        var answer = await site.AskAsync(visitor, (parameter, value));

        Assert.True(answer is { IsToClient: true } && answer["error"] == "invalid_request", name);
        Assert.Null(answer["code"]);
    }

    [Theory]
    [InlineData("fapi2-security-profile-final-ensure-pkce-code-verifier-required", "code_verifier", null, "invalid_request")]
    [InlineData("fapi2-security-profile-final-incorrect-pkce-code-verifier-rejected", "code_verifier", "a-verifier-of-somebody-else-0123456789-abcdefg", "invalid_grant")]
    [InlineData("verifier too short", "code_verifier", "short", "invalid_grant")]
    [InlineData("another address", "redirect_uri", "https://site.example.org/callback?tenant=1&x=y%20z", "invalid_grant")]
    [InlineData("no address", "redirect_uri", null, "invalid_request")]
    [InlineData("another code", "code", "bm90IGEgY29kZSBhdCBhbGwsIG5vdCBldmVuIGNsb3Nl", "invalid_grant")]
    [InlineData("no code", "code", null, "invalid_request")]
    public async Task Redemption_ThatDoesNotFitTheRequest_IsRefused(string name, string parameter, string? value, string error)
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var code = await site.CodeAsync(visitor);

        var tokens = await site.RedeemAsync(code, (parameter, value));

        Assert.True((HttpStatusCode.BadRequest, error) == (tokens.Status, tokens.Error), $"{name}: {tokens.Status} {tokens.Body}");
    }

    [Fact]
    public async Task Verifier_WithoutAChallenge_HasNoCodeToGoWith()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);

        var answer = await site.AskAsync(visitor, ("code_challenge", null), ("code_challenge_method", null));
        var tokens = await site.RedeemAsync(answer["code"] ?? site.Challenge);

        Assert.Equal(("invalid_request", null, "invalid_grant"), (answer["error"], answer["code"], tokens.Error));
    }

    [Fact]
    public async Task Verifier_OnceWrong_CannotBeTriedAgain()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var code = await site.CodeAsync(visitor);
        await site.RedeemAsync(code, ("code_verifier", new string('a', 43)));

        Assert.Equal("invalid_grant", (await site.RedeemAsync(code)).Error);
    }

    [Fact]
    public async Task Verifier_ThatIsTheChallenge_IsRefused()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var code = await site.CodeAsync(visitor);

        Assert.Equal("invalid_grant", (await site.RedeemAsync(code, ("code_verifier", site.Challenge))).Error);
    }

    [Fact]
    public async Task Fapi2EnsureAuthorizationCodeIsBoundToClient_Always_RefusesAnotherClient()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        using var other = new RelyingParty(host, TestClient.Other);
        var code = await site.CodeAsync(visitor);

        var stolen = await other.RedeemAsync(code, ("redirect_uri", TestClient.Site.RedirectUri), ("code_verifier", site.Verifier));
        var own = await site.RedeemAsync(code);

        Assert.Equal(("invalid_grant", true), (stolen.Error, own.IsGranted));
    }

    [Fact]
    public async Task Code_AfterAMinute_IsOver()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var code = await site.CodeAsync(visitor);
        host.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("invalid_grant", (await site.RedeemAsync(code)).Error);
    }

    [Fact]
    public async Task Code_WhenTheSessionHasEnded_IsOver()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var code = await site.CodeAsync(visitor);
        await visitor.SubmitAsync("/account/sign-out", "sign-out");

        Assert.Equal("invalid_grant", (await site.RedeemAsync(code)).Error);
    }

    [Fact]
    public async Task Code_RedeemedFiftyTimesAtOnce_IsRedeemedOnce()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        // The signing keys are due to be read again, just when requests hold every connection that there is.
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var code = await site.CodeAsync(visitor);
        await using var holder = await host.HoldCodesAsync();

        var redemptions = Task.WhenAll(Enumerable.Range(0, 50).Select(_ => site.RedeemAsync(code)));
        await host.RedemptionsWaitAsync(atLeast: 16);
        await holder.CloseAsync();
        var answers = await redemptions;

        Assert.Single(answers, answer => answer.IsGranted);
        Assert.Equal(49, answers.Count(answer => answer.Error == "invalid_grant"));
    }
}
