using System.Text.Json;
using Microsoft.Playwright;
using PfP.Testing;

namespace PfP.EndToEnd;

/// <summary>Every page on the way of a practice, as axe sees it on a desk and on a telephone, and its form without a mouse.</summary>
public sealed class ContributionAccessibilityTests(RunningSystem system)
{
    private const int MostTabs = 150;
    private const int MostOptions = 20;

    [Fact]
    public async Task Form_FilledInByKeyboardAlone_IsSentIn()
    {
        var page = await system.SignInAsFocalPointAsync("/contribute");
        await EnterAsync(page, "main form button");
        await page.ArriveAsync("**/contribute/*");
        await TypeAsync(page, ContributorBrowser.Title, "Typed without a mouse");
        await EnterAsync(page, "button[value=submit]");

        // From what is missing straight to its field.
        await EnterAsync(page, ".error-summary a[href='#organisations']");
        await CheckAsync(page);
        await TypeAsync(page, "input[name=organisation]", "Sample ministry of the islands");
        await TypeAsync(page, ContributorBrowser.Challenge, "They come home without their last wages.");
        await TypeAsync(page, ContributorBrowser.Solution, "Both ministries settle them.");
        await TabToAsync(page, "input[name=themes][value=labour-mobility]");
        await page.Keyboard.PressAsync("Space");
        await ChooseAsync(page, "select[name=type]", "agreement");
        await ChooseAsync(page, "select[name=status]", "ongoing");
        await TypeAsync(page, "input[name=startYear]", "2021");
        await TypeAsync(page, "input[name=linkUrl]", "https://example.org/wages");
        await TypeAsync(page, "input[name=contactName]", "Labour unit");
        await TypeAsync(page, "input[name=contactEmail]", "labour@ministry.example");
        await TypeAsync(page, ContributorBrowser.Summary, "Two ministries settle what seasonal workers are owed.");
        await EnterAsync(page, "button[value=submit]");

        await page.SaysAsync("It is with the secretariat");
        await CheckAsync(page);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Pages_OfTheWay_HaveNoViolationAndNoHorizontalScroll()
    {
        const string title = "Looked at by axe on its way";
        var contributor = await system.StartAsContributorAsync();
        var draft = new Uri(contributor.Url).AbsolutePath;
        await CheckAsync(contributor, "/contribute", draft);
        await contributor.FillInAsync(title, "KI");
        await contributor.SendInAsync();

        var moderator = await system.SignInAsStaffAsync("moderator@example.org", "/desk/submissions");
        await CheckAsync(moderator);
        await moderator.OpenFromQueueAsync(title);
        var review = new Uri(moderator.Url).AbsolutePath;
        await moderator.GetByText("Comment on single fields").ClickAsync();
        await CheckAsync(moderator);
        await moderator.FillAsync("textarea[name=at-summary]", "Say between which countries.");
        await moderator.PressAsync("Give it back");
        await moderator.ArriveAsync("**?saved");
        await CheckAsync(contributor, draft);
        await contributor.SendInAsync();
        await moderator.PublishAsync(title);
        await CheckAsync(moderator, review, "/practices/looked-at-by-axe-on-its-way", "/practices/looked-at-by-axe-on-its-way/v/1");

        await CheckAsync(contributor, draft, "/contribute/practices/looked-at-by-axe-on-its-way");
        await contributor.PressAsync("Update this practice");
        await contributor.FillAsync(ContributorBrowser.Summary, "Two ministries settle what pickers are still owed.");
        await CheckAsync(contributor);
        await contributor.SendInAsync();
        await moderator.OpenFromQueueAsync(title);
        await CheckAsync(moderator);
        await contributor.CloseAsync();
        await moderator.CloseAsync();
    }

    private static async Task TypeAsync(IPage page, string selector, string text)
    {
        await TabToAsync(page, selector);
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task ChooseAsync(IPage page, string selector, string value)
    {
        await TabToAsync(page, selector);
        for (var presses = 0; presses < MostOptions && await page.InputValueAsync(selector) != value; presses++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Equal(value, await page.InputValueAsync(selector));
    }

    private static async Task EnterAsync(IPage page, string selector)
    {
        await TabToAsync(page, selector);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        var target = page.Locator(selector).First;
        await target.WaitForAsync();
        for (var presses = 0; presses < MostTabs; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"Tab does not reach {selector}.");
    }

    private static async Task CheckAsync(IPage page, params string[] paths)
    {
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await CheckAsync(page);
        }
    }

    private static async Task CheckAsync(IPage page)
    {
        // Evaluated, as the site's content policy takes no script that is added to a page.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe.Script));
        foreach (var width in new[] { 390, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            var violations = await page.EvaluateAsync<JsonElement>(Axe.Violations);
            Assert.Empty(violations.EnumerateArray().Select(violation => $"{page.Url} at {width}: {violation.GetString()}"));
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{page.Url} at {width}");
        }
    }
}
