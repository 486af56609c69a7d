using System.Net;
using PfP.Contracts.Identity;

namespace PfP.Identity.Tests.Members;

public sealed class ProfileTests(IdentityHost host)
{
    [Fact]
    public async Task Profile_WhenChanged_IsToldToWhoWritesMails()
    {
        var (visitor, email) = await SignedInAsync();

        var answer = await visitor.SubmitAsync("/account", "profile", ("name", "Another Name"), ("language", "fr"), ("zone", "Africa/Dakar"));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var member = await host.MemberAsync(email);
        var changed = await host.Published.OneAsync<MemberContactChanged>(changed => changed.MemberId == member.Id);
        Assert.Equal(new("Another Name", email, "fr", "Africa/Dakar"), changed.Contact);
        visitor.Dispose();
    }

    [Fact]
    public async Task Fields_ThatNobodyMaySet_AreIgnored()
    {
        var (visitor, email) = await SignedInAsync();
        var before = await host.MemberAsync(email);

        await visitor.SubmitAsync(
            "/account", "profile", ("position", "Chief"), ("email", "other@example.org"), ("roles", "administrator"), ("Roles[0]", "administrator"),
            ("entity", "country:FR"), ("state", "ended"), ("expiresAt", "2099-01-01"), ("id", Guid.NewGuid().ToString()));

        var after = await host.MemberAsync(email);
        Assert.Equal("Chief", after.Affiliation.Position);
        Assert.Equal((before.Id, before.Entity, before.State, before.ExpiresAt), (after.Id, after.Entity, after.State, after.ExpiresAt));
        Assert.Equal(before.Roles, after.Roles);
        visitor.Dispose();
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("name", "Ana\r\nBcc: b@example.org")]
    [InlineData("language", "xx")]
    [InlineData("zone", "Mars/Olympus")]
    [InlineData("zone", "../../etc/passwd")]
    public async Task Field_ThatIsWrong_IsNamedAndNothingChanges(string field, string value)
    {
        var (visitor, email) = await SignedInAsync();

        var answer = await visitor.SubmitAsync("/account", "profile", (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Page.QuerySelector($".error-summary a[href='#{field}']"));
        Assert.Equal("Sample Officer", (await host.MemberAsync(email)).Name);
        visitor.Dispose();
    }

    private async Task<(Visitor Visitor, string Email)> SignedInAsync()
    {
        var email = await host.JoinAsync();
        var visitor = new Visitor(host);
        await visitor.SignInAsync(email);
        return (visitor, email);
    }
}
