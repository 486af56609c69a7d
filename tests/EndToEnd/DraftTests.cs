using Microsoft.Playwright;
using PfP.Testing;

namespace PfP.EndToEnd;

/// <summary>Nothing that a member types is lost: in Chromium, through every service.</summary>
public sealed class DraftTests(RunningSystem system)
{
    private const string Member = "member@example.org";
    private const string Challenge = "textarea[name=challenge]";
    private const string Solution = "textarea[name=solution]";

    [Fact]
    public async Task Draft_ThatIsLeftWithoutSaving_IsThereAgain()
    {
        var page = await StartAsync();
        await page.FillAsync(Challenge, "First\nsecond");
        await StatusAsync(page, "Saved at");
        await page.FillAsync(Challenge, "First\nthird");
        var path = page.Url;
        await page.GotoAsync("/contribute");

        // Not from what the browser keeps: it was sent while the page was left.
        await page.EvaluateAsync("localStorage.clear()");
        await Eventually.TrueAsync(
            async () =>
            {
                await page.GotoAsync(path);
                return await page.InputValueAsync(Challenge) == "First\nthird";
            },
            "the draft as it was left");
        // It goes on from the version that autosave left.
        await page.FillAsync(Solution, "Training");
        await page.PressAsync(ContributorBrowser.Title, "Enter");
        await page.ArriveAsync("**?saved");
        Assert.Equal("Training", await page.InputValueAsync(Solution));
        Assert.Equal(0, await KeptAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Draft_WrittenWithoutConnection_IsKeptAndSavedWhenThereIsOne()
    {
        var page = await StartAsync();
        await page.Context.SetOfflineAsync(true);
        await page.FillAsync(Challenge, "Written in a tunnel");
        await StatusAsync(page, "Your text is kept on this device.");

        // The page does not give way to an error page of the browser's.
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await StatusAsync(page, "no connection");
        await page.Context.SetOfflineAsync(false);
        await StatusAsync(page, "Saved at");

        Assert.Equal(0, await KeptAsync(page));
        await page.ReloadAsync();
        Assert.Equal("Written in a tunnel", await page.InputValueAsync(Challenge));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Draft_ThatSomebodyElseChanged_IsNotReplacedAndBothAreShown()
    {
        var mine = await StartAsync();
        var theirs = await system.SignInAsync("focal-point@example.org", system.SamplePassword, new Uri(mine.Url).AbsolutePath);
        await theirs.FillAsync(Challenge, "Theirs");
        await StatusAsync(theirs, "Saved at");

        await mine.FillAsync(Challenge, "Mine");
        await StatusAsync(mine, "somebody else has changed this draft");
        await mine.FillAsync(Solution, "Mine as well");

        // Closed by accident and opened again: it is offered, and restoring shows both.
        await mine.ReloadAsync();
        Assert.Equal("Theirs", await mine.InputValueAsync(Challenge));
        await mine.GetByRole(AriaRole.Button, new() { Name = "Restore what was kept" }).ClickAsync();
        await mine.GetByText("as saved by somebody else: Theirs").First.WaitForAsync();
        Assert.Equal(("Mine", "Mine as well"), (await mine.InputValueAsync(Challenge), await mine.InputValueAsync(Solution)));

        await theirs.ReloadAsync();
        Assert.Equal("Theirs", await theirs.InputValueAsync(Challenge));
        await mine.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await mine.ArriveAsync("**?saved");
        await theirs.ReloadAsync();
        Assert.Equal("Mine", await theirs.InputValueAsync(Challenge));
        await theirs.Context.CloseAsync();
        await mine.Context.CloseAsync();
    }

    [Fact]
    public async Task Draft_WrittenAfterTheSessionsEnd_IsThereAfterSigningInAgain()
    {
        var page = await StartAsync();
        var path = new Uri(page.Url).AbsolutePath;
        await page.Context.ClearCookiesAsync();
        await page.FillAsync(Challenge, "Written too late");
        await StatusAsync(page, "you have been signed out");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.Locator("main a.button").ClickAsync();
        await page.EnterPasswordAsync(Member, system.SamplePassword);
        await page.ArriveAsync($"**{path}?saved");

        Assert.Equal("Written too late", await page.InputValueAsync(Challenge));
        Assert.Equal(0, await KeptAsync(page));

        // What could not be saved before signing out does not stay on a computer that others use.
        await page.RouteAsync($"**{path}", route => route.Request.Method == "POST" ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync());
        await page.FillAsync(Challenge, "Not for others");
        await StatusAsync(page, "Your text is kept on this device.");
        await page.SignOutAsync();
        Assert.Equal(0, await KeptAsync(page));
        await page.Context.CloseAsync();
    }

    private async Task<IPage> StartAsync()
    {
        var page = await system.SignInAsync(Member, system.SamplePassword, "/contribute");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start a practice" }).ClickAsync();
        await page.ArriveAsync("**/contribute/*");
        return page;
    }

    private static Task StatusAsync(IPage page, string text) => page.Locator("#draft-status").Filter(new() { HasText = text }).WaitForAsync();

    private static Task<int> KeptAsync(IPage page) => page.EvaluateAsync<int>("localStorage.length");
}
