using System.Net;
using Npgsql;

namespace PfP.Identity.Tests.Accounts;

public sealed class SessionTests(IdentityHost host)
{
    [Fact]
    public async Task SignOut_EndsTheSessionEvenForACopyOfTheCookie()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        var cookie = (await visitor.SignInAsync(email)).Cookies.Single(set => set.StartsWith(Visitor.SessionCookie, StringComparison.Ordinal)).Split(';')[0];
        using var copy = new Visitor(host);
        copy.Client.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/account")).Status);

        await visitor.SubmitAsync("/account/sign-out", "sign-out");

        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task SignOut_ByALink_DoesNothing()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);

        await visitor.GetAsync("/account/sign-out");
        await visitor.PostAsync("/account/sign-out", [new("_handler", "sign-out")]);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task SignIn_Always_GivesANewSession()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        var first = (await visitor.SignInAsync(email)).Cookies.Single(cookie => cookie.StartsWith(Visitor.SessionCookie, StringComparison.Ordinal));

        var second = (await visitor.SignInAsync(email)).Cookies.Single(cookie => cookie.StartsWith(Visitor.SessionCookie, StringComparison.Ordinal));

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task SignOutEverywhere_EndsEverySession()
    {
        var email = await host.JoinAsync();
        using var here = new Visitor(host);
        using var there = new Visitor(host);
        await here.SignInAsync(email);
        await there.SignInAsync(email);

        await here.SubmitAsync("/account/security", "everywhere");

        Assert.Equal(HttpStatusCode.Redirect, (await here.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Password_WhenChanged_KeepsThisBrowserAndEndsTheOthers()
    {
        var email = await host.JoinAsync();
        using var here = new Visitor(host);
        using var there = new Visitor(host);
        await here.SignInAsync(email);
        await there.SignInAsync(email);

        var wrong = await here.SubmitAsync("/account/password", "password", ("current", "not that"), ("password", "window ladder eleven"));
        var right = await here.SubmitAsync("/account/password", "password", ("current", People.Password), ("password", "window ladder eleven"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (wrong.Status, right.Status));
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Protection_AfterAQuarterOfAnHour_IsChangedOnlyAfterSigningInAgain()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);
        var page = await visitor.GetAsync("/account/security");
        host.Clock.Advance(TimeSpan.FromMinutes(16));

        var answer = await visitor.SubmitAsync(page, "everywhere");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Contains("/account/sign-in?again", answer.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).Status);
        Assert.Contains("/account/sign-in", (await visitor.GetAsync("/account/set-up")).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/security")]
    [InlineData("/account/password")]
    [InlineData("/account/activity")]
    [InlineData("/account/data")]
    [InlineData("/account/data/export")]
    public async Task Page_OfAnAccount_AsksVisitorsToSignIn(string path)
    {
        using var visitor = new Visitor(host);

        var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Contains("/account/sign-in?returnUrl=", answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_ShowsMembersTheirOwnEvents()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email, "wrong on purpose");
        await visitor.SignInAsync(email);

        var page = await visitor.GetAsync("/account/activity");

        Assert.Equal(
            ["Signed in with a new device", "Sign-in refused: wrong password", "Signed in with a new device", "Invitation accepted"],
            page.Page.QuerySelectorAll("tbody tr td:nth-child(2)").Select(cell => cell.TextContent));
    }

    [Theory]
    [InlineData("update provider.security_events set action = 'nothing'")]
    [InlineData("delete from provider.security_events")]
    [InlineData("truncate provider.security_events")]
    public async Task Log_OnceWritten_CannotBeChanged(string sql)
    {
        await using var connection = new NpgsqlConnection(host.DatabaseConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Contains("append-only", refusal.MessageText, StringComparison.Ordinal);
    }
}
