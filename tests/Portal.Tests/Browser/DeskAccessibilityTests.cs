using PfP.Portal.Tests.Members;

namespace PfP.Portal.Tests.Browser;

/// <summary>A class of its own, so that it runs beside the other pages'.</summary>
public sealed class DeskAccessibilityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [MemberData(nameof(MemberPages.Desk), MemberType = typeof(MemberPages))]
    public async Task PageOfTheDesk_InBothWidths_HasNoViolationAndNoHorizontalScroll(string path)
    {
        await Accessible.AssertInBothWidthsAsync(await browser.LookAsync(path, asMember: true));
    }
}
