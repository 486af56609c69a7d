using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PfP.Identity.Data;
using PfP.Identity.Members;

namespace PfP.Identity.Tests.Members;

public sealed class RegistrationTests(IdentityHost host)
{
    [Fact]
    public async Task Registrant_WhoConfirms_WaitsWithoutARole()
    {
        var email = People.NewEmail();
        using var visitor = new Visitor(host);

        await visitor.RegisterAsync(email);
        Assert.Equal(MemberState.Unconfirmed, await StateAsync(email));
        var confirmed = await visitor.SubmitAsync((await host.Mail.NextAsync(email)).Links.First().PathAndQuery, "confirm", ("password", People.Password));

        Assert.Equal(HttpStatusCode.Redirect, confirmed.Status);
        Assert.Equal(MemberState.Waiting, await StateAsync(email));
        Assert.Contains("waits for the secretariat", (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_ThatHasAnAccount_IsAnsweredTheSameAndOnlyItsReaderIsTold()
    {
        var member = await host.JoinAsync();
        var email = People.NewEmail();
        using var first = new Visitor(host);
        using var second = new Visitor(host);

        var known = await first.RegisterAsync(member);
        var unknown = await second.RegisterAsync(email);

        Assert.Equal((unknown.Status, unknown.Location), (known.Status, known.Location));
        Assert.Equal((await first.GetAsync("/account/register?sent")).Text, (await second.GetAsync("/account/register?sent")).Text);
        Assert.DoesNotContain("token=", (await host.MailAsync(member, "You have an account already")).Text, StringComparison.Ordinal);
        Assert.Equal(MemberState.Approved, await StateAsync(member));
    }

    [Fact]
    public async Task Registration_ThatSomebodyElseMade_LeavesThemNothing()
    {
        var email = People.NewEmail();
        using var attacker = new Visitor(host);
        using var owner = new Visitor(host);
        await attacker.RegisterAsync(email, ("name", "Somebody Else"));
        await owner.RegisterAsync(email, ("name", "The Owner"));
        var confirm = await owner.GetAsync((await host.Mail.NextAsync(email)).Links.First().PathAndQuery);

        var name = await host.InDatabaseAsync(db => db.Members.Where(member => member.Email == email).Select(member => member.Name).SingleAsync(TestContext.Current.CancellationToken));

        Assert.Equal("The Owner", name);
        Assert.Contains("The Owner", confirm.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await attacker.SignInAsync(email)).Status);
    }

    [Fact]
    public async Task Form_SentSeveralTimesAtOnce_MakesOneRegistration()
    {
        var email = People.NewEmail();
        using var visitor = new Visitor(host);
        await visitor.GetAsync("/account/register");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.RegisterAsync(email)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(MemberState.Unconfirmed, await StateAsync(email));
    }

    [Fact]
    public async Task Address_WithWhatNamesDoNotHold_Registers()
    {
        var email = $"o'neil+{Guid.NewGuid():N}@example.org";
        using var visitor = new Visitor(host);

        await visitor.RegisterAsync(email);

        Assert.NotEmpty((await host.Mail.NextAsync(email)).Links);
    }

    [Fact]
    public async Task Registration_ThatNobodyConfirms_IsForgotten()
    {
        var email = People.NewEmail();
        using var visitor = new Visitor(host);
        await visitor.RegisterAsync(email);
        await host.Mail.NextAsync(email);

        host.Clock.Advance(TimeSpan.FromDays(8));
        await host.Services.GetServices<IHostedService>().OfType<Leftovers>().Single().DeleteAsync(TestContext.Current.CancellationToken);

        Assert.False(await host.InDatabaseAsync(db => db.Members.AnyAsync(member => member.Email == email, TestContext.Current.CancellationToken)));
        Assert.False(await host.InDatabaseAsync(db => db.Accounts.AnyAsync(account => account.Email == email, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Fields_ThatNobodyMaySet_AreIgnored()
    {
        var email = People.NewEmail();
        using var visitor = new Visitor(host);

        await visitor.RegisterAsync(email, ("state", "approved"), ("State", "Approved"), ("roles", "administrator"), ("Roles[0]", "administrator"), ("id", Guid.Empty.ToString()), ("entity", "country:KE"));

        var member = await host.InDatabaseAsync(db => db.Members.SingleAsync(member => member.Email == email, TestContext.Current.CancellationToken));
        Assert.Equal(MemberState.Unconfirmed, member.State);
        Assert.Empty(member.Roles);
        Assert.Null(member.Entity);
        Assert.NotEqual(Guid.Empty, member.Id);
    }

    [Theory]
    [InlineData("role", "administrator", "role")]
    [InlineData("role", "moderator", "role")]
    [InlineData("email", "not an address", "email")]
    [InlineData("email", "a@example.org\r\nBcc: b@example.org", "email")]
    [InlineData("name", "Ana\r\nBcc: b@example.org", "name")]
    [InlineData("name", "", "name")]
    [InlineData("country", "", "country")]
    [InlineData("country", "ZZ", "country")]
    [InlineData("type", "nonsense", "type")]
    [InlineData("statement", "", "statement")]
    [InlineData("statement", "a\u0007b", "statement")]
    [InlineData("organisation", "a\u0007b", "organisation")]
    public async Task Field_ThatIsWrong_IsNamedAndNothingIsSent(string field, string value, string wrong)
    {
        using var visitor = new Visitor(host);

        var answer = await visitor.RegisterAsync(People.NewEmail(), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Page.QuerySelector($".error-summary a[href='#{wrong}']"));
        Assert.Equal("true", answer.Page.QuerySelector($"#{wrong}")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Text_WithMarkup_IsShownAsText()
    {
        var email = People.NewEmail();
        using var visitor = new Visitor(host);

        var answer = await visitor.RegisterAsync(email, ("name", "<script>alert(1)</script>\" onfocus=\"x"), ("type", ""));

        Assert.Empty(answer.Page.QuerySelectorAll("form script"));
        Assert.Equal("<script>alert(1)</script>\" onfocus=\"x", answer.Page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Null(answer.Page.QuerySelector("#name")!.GetAttribute("onfocus"));
    }

    private Task<MemberState> StateAsync(string email) => host.InDatabaseAsync(db =>
        db.Members.Where(member => member.Email == email).Select(member => member.State).SingleAsync(TestContext.Current.CancellationToken));
}
