using PfP.Gateway.Tests.Hosting;
using PfP.ServiceDefaults;

namespace PfP.Gateway.Tests;

public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api/search")]
    [InlineData("/health/live")]
    [InlineData("/health/details")]
    [InlineData("/.gateway/error.css")]
    public async Task Answer_FromAnywhere_CarriesSecurityHeaders(string path)
    {
        await using var upstream = await Upstream.StartAsync(context =>
        {
            context.Response.Headers.ContentSecurityPolicy = "script-src 'unsafe-inline'";
            context.Response.Headers.Server = "upstream/1.0";
            context.Response.Headers["X-Powered-By"] = "upstream";
            return Task.CompletedTask;
        });
        await using var gateway = TestGateway.Start(upstream);

        var response = await gateway.GetAsync(path);

        var csp = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", csp, StringComparison.Ordinal);
        foreach (var directive in (string[])["script-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'self'", "form-action 'self'"])
        {
            Assert.Contains(directive, csp, StringComparison.Ordinal);
        }

        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("strict-origin-when-cross-origin", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(response.Headers.Contains("Permissions-Policy"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("X-Powered-By"));
    }

    [Fact]
    public async Task Page_MayFrame_ThePlayersOfKnownVideoSites_AndNothingElse()
    {
        await using var upstream = await Upstream.StartAsync(_ => Task.CompletedTask);
        await using var gateway = TestGateway.Start(upstream);

        var csp = (await gateway.GetAsync("/practices/sending-money-home")).Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal(
            "frame-src 'self' https://www.youtube-nocookie.com/embed/ https://player.vimeo.com/video/ https://cdnapisec.kaltura.com/p/2503451/",
            csp.Split("; ").Single(directive => directive.StartsWith("frame-src", StringComparison.Ordinal)));
        Assert.DoesNotContain("youtube", string.Concat(csp.Split("; ").Where(directive => !directive.StartsWith("frame-src", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatIsToBeSaved_RunsNothingWhereABrowserShowsItAllTheSame()
    {
        await using var upstream = await Upstream.StartAsync(context =>
        {
            context.Response.Headers.ContentDisposition = "attachment; filename=report.pdf";
            context.Response.Headers.ContentSecurityPolicy = "script-src 'unsafe-inline'";
            return Task.CompletedTask;
        });
        await using var gateway = TestGateway.Start(upstream);

        using var response = await gateway.GetAsync("/api/catalogue/files/1/report.pdf");

        Assert.Equal(["default-src 'none'; sandbox"], response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    [Theory]
    [InlineData(MailPreviews.ContentSecurityPolicy, MailPreviews.ContentSecurityPolicy, "SAMEORIGIN")]
    [InlineData(MailPreviews.ContentSecurityPolicy + " allow-scripts", null, "DENY")]
    public async Task Mail_ThatIsShownInAFrameOfOurs_HasItsStyles_AndNothingThatSaysMoreDoes(string said, string? kept, string framed)
    {
        await using var upstream = await Upstream.StartAsync(context =>
        {
            context.Response.Headers.ContentSecurityPolicy = said;
            return Task.CompletedTask;
        });
        await using var gateway = TestGateway.Start(upstream);

        using var response = await gateway.GetAsync("/desk/calls/1/mails/call-reminder-1");

        var csp = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Equal((kept is not null, framed), (csp.Contains("unsafe", StringComparison.Ordinal), response.Headers.GetValues("X-Frame-Options").Single()));
        Assert.Equal(kept ?? csp, csp);
        Assert.DoesNotContain("allow-scripts", csp, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_WhenOtherSitesSignInHere_MayLeadToThese()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, ("SecurityHeaders:FormTargets:0", "https://other.example/callback"), ("SecurityHeaders:FormTargets:1", "http://127.0.0.2:5000"));

        var csp = (await gateway.GetAsync("/account/sign-in")).Headers.GetValues("Content-Security-Policy").Single();

        Assert.EndsWith("; form-action 'self' https://other.example http://127.0.0.2:5000", csp, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StrictTransportSecurity_UnderPlainHttp_IsLeftOut()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        var response = await gateway.GetAsync("/");

        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }
}
