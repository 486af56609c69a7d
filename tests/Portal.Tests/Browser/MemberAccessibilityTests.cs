using PfP.Portal.Tests.Members;

namespace PfP.Portal.Tests.Browser;

public sealed class MemberAccessibilityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [MemberData(nameof(MemberPages.Own), MemberType = typeof(MemberPages))]
    [InlineData("/practices/sending-money-home")]
    public async Task PageForMembers_InBothWidths_HasNoViolationAndNoHorizontalScroll(string path)
    {
        await Accessible.AssertInBothWidthsAsync(await browser.LookAsync(path, asMember: true));
    }

    [Fact]
    public async Task DraftWithAKeptText_InBothWidths_HasNoViolationAndNoHorizontalScroll()
    {
        var page = await browser.OpenAsync($"/contribute/{FakeSubmissions.Draft}", asMember: true);
        await page.EvaluateAsync($"localStorage.setItem('draft:{FakeSubmissions.Draft}', '_handler=form&version=2')");
        await page.ReloadAsync();
        await page.Locator("#draft-kept").WaitForAsync();

        await Accessible.AssertInBothWidthsAsync(page);
    }

    [Fact]
    public async Task DraftThatSomebodyElseChanged_InBothWidths_HasNoViolationAndNoHorizontalScroll()
    {
        var page = await browser.OpenAsync($"/contribute/{FakeSubmissions.Draft}", asMember: true);
        await page.EvaluateAsync("document.querySelector('form[data-draft] [name=version]').value = 2");
        await page.FillAsync("input[name=title]", "Mine");
        await page.Locator("#draft-status").Filter(new() { HasText = "somebody else" }).WaitForAsync();

        await Accessible.AssertInBothWidthsAsync(page);
    }
}
