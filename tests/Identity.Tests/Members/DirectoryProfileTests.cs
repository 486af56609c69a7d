using System.Net;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Members;
using PfP.Identity.Members.Directory;

namespace PfP.Identity.Tests.Members;

/// <summary>What a member says of themselves for the directory, on a page without script.</summary>
public sealed class DirectoryProfileTests(IdentityHost host) : IAsyncLifetime
{
    private readonly Visitor visitor = new(host);
    private Member member = null!;

    public async ValueTask InitializeAsync()
    {
        var email = await host.JoinAsync();
        await visitor.SignInAsync(email);
        member = await host.MemberAsync(email);
    }

    public ValueTask DisposeAsync()
    {
        visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Fields_WhenSaved_AreInTheDirectoryAndOnThePage()
    {
        await visitor.SubmitAsync(
            "/account", "profile", ("telephone", "+373 22 000 000"), ("telephoneVisibility", "members"), ("emailVisibility", "members"), ("about", "One.\r\nTwo."));
        var ticked = new (string Key, string Value)[] { ("languages", "ro"), ("languages", "fr"), ("offers", "health-social-protection"), ("offers", "cities-local"), ("seeks", "fair-recruitment") };
        var answer = await visitor.PostAsync(
            "/account", [.. (await visitor.GetAsync("/account")).Fields("profile"), .. ticked.Select(box => KeyValuePair.Create(box.Key, box.Value))]);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        using var peer = host.DeskOf(await host.PeerAsync());
        var seen = await peer.ReadAsync<MemberProfile>($"directory/{member.Id}");
        Assert.Equal((member.Email, "+373 22 000 000", "One.\nTwo."), (seen.Email, seen.Telephone, seen.About));
        Assert.Equal(["fr", "ro"], seen.Languages.Order());
        Assert.Equal(["cities-local", "health-social-protection"], seen.Offers.Order());
        Assert.Equal(["fair-recruitment"], seen.Seeks);
        var page = await visitor.GetAsync("/fr/account");
        Assert.Equal(
            ["cities-local", "health-social-protection"],
            page.Page.QuerySelectorAll("#offers input[checked]").Select(box => box.GetAttribute("value")).Order());
        Assert.Contains("Santé et protection sociale", page.Text, StringComparison.Ordinal);
        Assert.Contains("Roumain", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_UntilItsOwnerSaysOtherwise_IsForTheSecretariat()
    {
        await visitor.SubmitAsync("/account", "profile", ("telephone", "+373 22 000 000"));

        var entry = (await host.MemberAsync(member.Email)).Directory;

        Assert.Equal((Visibility.Secretariat, Visibility.Secretariat), (entry.EmailVisibility, entry.TelephoneVisibility));
        Assert.Equal("+373 22 000 000", entry.Telephone);
    }

    [Fact]
    public async Task Switch_HidesAndShowsAgain()
    {
        await visitor.SubmitAsync("/account", "profile", ("hidden", "true"));
        Assert.True((await host.MemberAsync(member.Email)).Directory.Hidden);
        Assert.NotNull((await visitor.GetAsync("/account")).Page.QuerySelector("#hidden[checked]"));

        await visitor.SubmitAsync("/account", "profile", ("hidden", ""));
        Assert.False((await host.MemberAsync(member.Email)).Directory.Hidden);
    }

    [Theory]
    [InlineData("telephone", "call me")]
    [InlineData("telephone", "+41 22\r\n000")]
    [InlineData("about", "a\u0007b")]
    [InlineData("languages", "xx")]
    [InlineData("offers", "nonsense")]
    [InlineData("seeks", "nonsense")]
    [InlineData("emailVisibility", "everybody")]
    [InlineData("positionVisibility", "")]
    public async Task Field_ThatIsWrong_IsNamedAndNothingChanges(string field, string value)
    {
        var answer = await visitor.SubmitAsync("/account", "profile", ("name", "Another Name"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Page.QuerySelector($".error-summary a[href='#{field}']"));
        Assert.NotNull(answer.Page.QuerySelector($"#{field}-error"));
        Assert.Equal("Sample Officer", (await host.MemberAsync(member.Email)).Name);
    }
}
