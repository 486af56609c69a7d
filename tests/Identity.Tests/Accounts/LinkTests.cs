using System.Net;
using Microsoft.EntityFrameworkCore;

namespace PfP.Identity.Tests.Accounts;

public sealed class LinkTests(IdentityHost host)
{
    private const string Another = "harbour pencil nineteen";

    [Fact]
    public async Task Reset_ByTheLinkInTheMail_ChangesThePasswordAndEndsEverySession()
    {
        var (email, path) = await AskAsync();
        using var elsewhere = new Visitor(host);
        await elsewhere.SignInAsync(email);
        using var reader = new Visitor(host);

        var answer = await reader.SubmitAsync(path, "reset", ("password", Another));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await elsewhere.SignInAsync(email)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.SignInAsync(email, Another)).Status);
    }

    [Fact]
    public async Task Link_OnceUsed_IsGoneAndSaysHowToGetAnother()
    {
        var (_, path) = await AskAsync();
        using var reader = new Visitor(host);
        var page = await reader.GetAsync(path);
        await reader.SubmitAsync(page, "reset", ("password", Another));

        var again = await reader.GetAsync(path);

        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Equal("/account/forgot", again.Page.QuerySelector("main a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Link_UsedWhileItsFormWasOpen_SaysHowToGetAnother()
    {
        var (_, path) = await AskAsync();
        using var reader = new Visitor(host);
        var page = await reader.GetAsync(path);
        using var quicker = new Visitor(host);
        await quicker.SubmitAsync(path, "reset", ("password", Another));

        var late = await reader.SubmitAsync(page, "reset", ("password", $"{Another} again"));
        var shown = await reader.GetAsync(late.Location!);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Gone), (late.Status, shown.Status));
        Assert.Equal("/account/forgot", shown.Page.QuerySelector("main a.button")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Link_UsedByManyAtOnce_ServesOne()
    {
        var (_, path) = await AskAsync();
        using var reader = new Visitor(host);
        var page = await reader.GetAsync(path);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => reader.SubmitAsync(page, "reset", ("password", $"{Another} {number}"))));

        Assert.Single(answers, answer => answer.Location?.EndsWith("/account", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Link_AfterItsTime_IsGone()
    {
        var (_, path) = await AskAsync();
        using var reader = new Visitor(host);
        host.Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Link_OfAnotherKind_OpensNothing()
    {
        var (_, path) = await AskAsync();
        using var reader = new Visitor(host);

        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync(path.Replace("/reset", "/join", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync(path.Replace("/reset", "/confirm", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("/account/reset")]
    [InlineData("/account/reset?token=")]
    [InlineData("/account/reset?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/account/reset?token=%00%FF'--")]
    public async Task Link_ThatWasMadeUp_OpensNothing(string path)
    {
        using var visitor = new Visitor(host);

        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Secret_OfALink_StandsInNoRow()
    {
        var (_, path) = await AskAsync();
        var token = path[(path.IndexOf('=', StringComparison.Ordinal) + 1)..];

        var found = await host.InDatabaseAsync(async db =>
        {
            var rows = await db.Database.SqlQuery<string>($"""
                select (select string_agg(l::text, '') from provider.secret_links l) || (select string_agg(d::text, '') from deliveries d) as "Value"
                """).SingleAsync(TestContext.Current.CancellationToken);
            return rows.Contains(token, StringComparison.Ordinal) || rows.Contains(Convert.ToHexString(Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(token)), StringComparison.OrdinalIgnoreCase);
        });

        Assert.False(found);
    }

    [Fact]
    public async Task Link_WhenAskedForUnderAnotherHost_LeadsToOurOwn()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        visitor.Client.DefaultRequestHeaders.Host = "evil.example";

        await visitor.SubmitAsync("/account/forgot", "forgot", ("email", email));

        var mail = await host.ResetMailAsync(email);
        Assert.DoesNotContain("evil", mail.Raw, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Confirmation_WhenAskedForUnderAnotherHost_LeadsToOurOwn()
    {
        var email = People.NewEmail();
        using var visitor = new Visitor(host);
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        visitor.Client.DefaultRequestHeaders.Host = "evil.example";

        await visitor.RegisterAsync(email);

        Assert.DoesNotContain("evil", (await host.Mail.NextAsync(email)).Raw, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Confirmation_UsedOrLate_OpensNothingAndSaysHowToGetAnother()
    {
        using var reader = new Visitor(host);
        var used = await RegisteredAsync();
        await reader.SubmitAsync(used, "confirm", ("password", Another));
        var late = await RegisteredAsync();
        host.Clock.Advance(TimeSpan.FromDays(3.1));

        foreach (var path in new[] { used, late })
        {
            var page = await reader.GetAsync(path);
            Assert.Equal(HttpStatusCode.Gone, page.Status);
            Assert.Equal("/account/register", page.Page.QuerySelector("main a.button")?.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Forgotten_ForAnyAddress_IsAnsweredTheSameWithoutAHash()
    {
        var email = await host.JoinAsync();
        using var first = new Visitor(host);
        using var second = new Visitor(host);

        var ofMember = await first.SubmitAsync("/account/forgot", "forgot", ("email", email));
        var ofNobody = await second.SubmitAsync("/account/forgot", "forgot", ("email", People.NewEmail()));

        Assert.Equal((HttpStatusCode.Redirect, ofMember.Location), (ofMember.Status, ofNobody.Location));
        Assert.Equal((await first.GetAsync("/account/forgot?sent")).Text, (await second.GetAsync("/account/forgot?sent")).Text);
    }

    [Fact]
    public async Task Password_ThatIsCommon_IsNotTakenAndTheLinkStaysGood()
    {
        var (_, path) = await AskAsync();
        using var reader = new Visitor(host);

        var refused = await reader.SubmitAsync(path, "reset", ("password", "Password1!"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await reader.SubmitAsync(path, "reset", ("password", Another))).Status);
    }

    [Fact]
    public async Task Requests_ForOneAddress_SendNoFloodOfMails()
    {
        var email = People.NewEmail();
        var statuses = new List<HttpStatusCode>();
        for (var time = 0; time < 4; time++)
        {
            using var visitor = new Visitor(host);
            statuses.Add((await visitor.SubmitAsync("/account/forgot", "forgot", ("email", email))).Status);
        }

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests], statuses);
    }

    private async Task<(string Email, string Path)> AskAsync()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SubmitAsync("/account/forgot", "forgot", ("email", email));
        return (email, (await host.ResetMailAsync(email)).Links.First().PathAndQuery);
    }

    private async Task<string> RegisteredAsync()
    {
        var email = People.NewEmail();
        using var visitor = new Visitor(host);
        await visitor.RegisterAsync(email);
        return (await host.Mail.NextAsync(email)).Links.First().PathAndQuery;
    }
}
