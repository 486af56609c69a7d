using System.Net;

namespace PfP.Identity.Tests.Accounts;

public sealed class PasswordSignInTests(IdentityHost host)
{
    [Fact]
    public async Task Member_WithTheRightPassword_IsSignedIn()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);

        var answer = await visitor.SignInAsync(email);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.EndsWith("/account", answer.Location, StringComparison.Ordinal);
        var cookie = Assert.Single(answer.Cookies, cookie => cookie.StartsWith(Visitor.SessionCookie, StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Address_InAnotherCase_IsTheSameAccount()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SignInAsync(email.ToUpperInvariant())).Status);
    }

    [Fact]
    public async Task Stranger_WithAnyAddress_SeesTheSamePageForTheSameWork()
    {
        var email = await host.JoinAsync();
        using var first = new Visitor(host);
        using var second = new Visitor(host);
        await first.SignInAsync(People.NewEmail(), $"warm {Guid.NewGuid()}");
        string known = $"known {Guid.NewGuid()}", unknown = $"unknown {Guid.NewGuid()}";

        var ofMember = await first.SignInAsync(email, known);
        var ofNobody = await second.SignInAsync(People.NewEmail(), unknown);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, ofMember.Status);
        Assert.Equal(ofMember.Status, ofNobody.Status);
        Assert.Equal(ofMember.Errors, ofNobody.Errors);
        Assert.Equal(ofMember.Cookies.Count, ofNobody.Cookies.Count);
        Assert.Equal((1, 1), (host.Hasher.CountOf(known), host.Hasher.CountOf(unknown)));
    }

    [Theory]
    [InlineData("a\u0007b@example.org")]
    [InlineData("'; drop table provider.accounts; --")]
    public async Task Address_ThatIsNone_IsWrongLikeAnyOther(string email)
    {
        using var visitor = new Visitor(host);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SignInAsync(email)).Status);
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsRefused()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.GetAsync("/account/sign-in");

        var answer = await visitor.PostAsync("/account/sign-in", [new("_handler", "sign-in"), new("email", email), new("password", People.Password)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Form_WithTheTokenOfAnotherBrowser_IsRefused()
    {
        var email = await host.JoinAsync();
        using var attacker = new Visitor(host);
        using var victim = new Visitor(host);
        var theirs = await attacker.GetAsync("/account/sign-in");
        await victim.GetAsync("/account/sign-in");

        var answer = await victim.SubmitAsync(theirs, "sign-in", ("email", email), ("password", People.Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("/\r\nLocation: https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    public async Task ReturnUrl_ThatLeadsElsewhere_IsForgotten(string url)
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);

        var answer = await visitor.SignInAsync(email, query: $"?returnUrl={Uri.EscapeDataString(url)}");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.EndsWith("/account", answer.Location, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReturnUrl_OfOurOwn_IsFollowed()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);

        var answer = await visitor.SignInAsync(email, query: $"?returnUrl={Uri.EscapeDataString("/connect/authorize?client_id=x&state=y")}");

        Assert.EndsWith("/connect/authorize?client_id=x&state=y", answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfAccounts_AreKeptByNobody()
    {
        using var visitor = new Visitor(host);

        using var response = await visitor.Client.GetAsync(new Uri("/account/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("/fr/account/sign-in", "Se connecter")]
    [InlineData("/es/account/sign-in", "Iniciar sesión")]
    public async Task Page_InAnotherLanguage_SpeaksIt(string path, string title)
    {
        using var visitor = new Visitor(host);

        var page = await visitor.GetAsync(path);

        Assert.Equal(title, page.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("no-account", (await visitor.SubmitAsync(page, "sign-in", ("email", "x"), ("password", "y"))).Errors.Count == 1 ? "no-account" : "");
    }

    [Fact]
    public async Task Error_InTheSummary_LeadsToItsField()
    {
        using var visitor = new Visitor(host);

        var answer = await visitor.SignInAsync(People.NewEmail(), "something else");

        var link = answer.Page.QuerySelector(".error-summary a")!;
        var field = answer.Page.QuerySelector(link.GetAttribute("href")!)!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal("email-error", field.GetAttribute("aria-describedby"));
        Assert.Equal("", answer.Page.QuerySelector("#password")!.GetAttribute("value") ?? "");
    }
}
