using System.Net.Http.Headers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PfP.Identity.Tests.Provider.Hosting;
using PfP.Testing;

namespace PfP.Identity.Tests.Hosting;

/// <summary>Logs hold ids and reasons: no secret, no address, and no line that somebody else made up.</summary>
public sealed class LogTests(IdentityHost host)
{
    private const string Forged = "FORGED";
    private const string Wrong = "a password that is wrong";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Log_OfSignInsAndTokens_HoldsNoSecretAndNoAddress()
    {
        using var log = new LogKeeper();
        await using var logged = Logged(log);
        var email = People.NewEmail();
        using var visitor = new Visitor(logged);
        using var site = new RelyingParty(logged);

        var link = await host.InviteAsync(email);
        await visitor.SubmitAsync(link, "join", ("password", People.Password));
        await visitor.SignInAsync(email, Wrong);
        await visitor.SignInAsync(email);
        await visitor.SubmitAsync("/account/forgot", "forgot", ("email", email));
        var reset = (await host.ResetMailAsync(email)).Links.First().PathAndQuery;
        await visitor.GetAsync(reset);
        var code = await site.CodeAsync(visitor);
        var tokens = await site.RedeemAsync(code);
        var refreshed = await site.RefreshAsync(tokens.RefreshToken);
        await site.RedeemAsync(code);
        await site.RefreshAsync(tokens.RefreshToken);
        await site.PostAsync("/connect/token", [new("grant_type", "refresh_token")], RelyingParty.Basic("site", Wrong));
        await site.UserInfoAsync(refreshed.AccessToken + "x");

        Assert.NotEmpty(log.Lines);
        foreach (var secret in new[]
        {
            People.Password, Wrong, TestClient.Site.Secret, TokenOf(link), TokenOf(reset), code, site.Verifier, tokens.AccessToken, tokens.RefreshToken, tokens.RawIdToken,
            refreshed.AccessToken, refreshed.RefreshToken, email,
        })
        {
            Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Line_ThatSomebodyTyped_IsInNoLog()
    {
        const string Break = $"\r\n{Forged}";
        using var log = new LogKeeper();
        await using var logged = Logged(log);
        using var visitor = new Visitor(logged);
        using var site = new RelyingParty(logged);

        await visitor.SignInAsync($"a@example.org{Break}", $"{Wrong}{Break}", query: $"?returnUrl={Uri.EscapeDataString($"/x{Break}")}");
        await visitor.RegisterAsync($"a@example.org{Break}", ("name", $"A{Break}"));
        await visitor.GetAsync($"/account/reset?token={Uri.EscapeDataString(Break)}");
        await visitor.GetAsync($"/account{Uri.EscapeDataString(Break)}");
        await visitor.GetAsync($"/api/members/directory?q={Uri.EscapeDataString(Break)}");
        await visitor.PostAsync("/account/sign-in", [new("_handler", $"sign-in{Break}"), new("email", Break)]);
        await site.AskAsync(visitor, ("client_id", $"site{Break}"));
        await site.AskAsync(visitor, ("scope", $"openid{Break}"), ("state", Break));
        await site.PostAsync("/connect/token", [new("grant_type", Break)], RelyingParty.Basic($"site{Break}", Break));
        using var bearer = new HttpRequestMessage(HttpMethod.Get, "/connect/userinfo") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", $"{Forged}.{Forged}.{Forged}") } };
        using var refused = await site.Http.SendAsync(bearer, Cancellation);

        Assert.DoesNotContain(log.Lines, line => line.Contains(Forged, StringComparison.Ordinal));
    }

    private Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> Logged(LogKeeper log) =>
        host.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(log)));

    private static string TokenOf(string path) => path[(path.IndexOf('=', StringComparison.Ordinal) + 1)..];
}
