using Microsoft.Playwright;
using Npgsql;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.EndToEnd;

/// <summary>Whatever comes between a contributor and the catalogue: every text is there afterwards, and what is sent twice is there once.</summary>
public sealed class InterruptedContributionTests(RunningSystem system)
{
    private const string Text = "Typed before\nit happened";
    private const string Form = "**/contribute/*-*";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // With script: DraftTests.
    [Fact]
    public async Task Session_EndedWhileTyping_WithoutScript_SendsTheTextAgainAfterSigningIn()
    {
        var page = await system.StartAsContributorAsync(script: false);
        await page.Context.ClearCookiesAsync(new() { NameRegex = new(@"^(?!\.AspNetCore\.Antiforgery)") });
        await page.FillAsync(ContributorBrowser.Challenge, Text);
        await page.PressAsync("Save");
        await page.SaysAsync("What you typed is still in this page");

        var tab = await page.Context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Sign in in a new tab" }).ClickAsync());
        await tab.EnterPasswordAsync(ContributorBrowser.FocalPoint, system.SamplePassword);
        await tab.ArriveAsync(Form);
        await page.PressAsync("Send it again");

        await page.ArriveAsync("**?saved");
        Assert.Equal(Text, await page.InputValueAsync(ContributorBrowser.Challenge));
        await page.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Form_RefusedForItsToken_IsThereWhenGoingBack(bool script)
    {
        var page = await system.StartAsContributorAsync(script);
        await page.Context.ClearCookiesAsync(new() { NameRegex = new(@"^\.AspNetCore\.Antiforgery") });
        await page.FillAsync(ContributorBrowser.Challenge, Text);
        await page.PressAsync("Save");
        await page.SaysAsync("did not show that it came from our page");

        await page.GoBackAsync();

        await IsThereAsync(page);
        await page.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Form_LeftWithoutSaving_IsThereWhenGoingBack(bool script)
    {
        var page = await system.StartAsContributorAsync(script);
        await page.FillAsync(ContributorBrowser.Challenge, Text);
        await page.Locator("p.eyebrow a").ClickAsync();
        await page.ArriveAsync("**/contribute");

        await page.GoBackAsync();

        await IsThereAsync(page);
        await page.CloseAsync();
    }

    // So the gateway answers while a session cannot be renewed, because identity is away.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Submission_WhileNothingIsTaken_KeepsEveryText_AndIsSentInLater(bool script)
    {
        var page = await system.StartAsContributorAsync(script);
        var path = new Uri(page.Url).AbsolutePath;
        await page.RouteAsync(Form, route => route.Request.Method == "POST" ? route.FulfillAsync(new() { Status = 503, ContentType = "text/html", Body = "<main>Not now</main>" }) : route.ContinueAsync());
        await page.FillInAsync("Sent in when identity was back", "FM");
        var typed = await TextsAsync(page);
        await page.PressAsync("Send in");
        await page.SaysAsync("Not now");
        await page.UnrouteAllAsync();

        await page.GoBackAsync();

        await Eventually.SucceedsAsync(async () => Assert.Equal(typed, await TextsAsync(page)));
        await page.SendInAsync();
        Assert.Equal(path, new Uri(page.Url).AbsolutePath);
        await page.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task File_TooLarge_CostsNeitherTheTextsNorTheOtherFile(bool script)
    {
        var page = await system.StartAsContributorAsync(script);
        await page.FillInAsync("Sent in with one file too many bytes", "FM");
        var typed = await TextsAsync(page);
        await page.SetInputFilesAsync("input[name=newFiles]", [Upload("Large.pdf", FileCheck.LargestBytes), Upload("Agreement.pdf", 0)]);
        await page.PressAsync("Send in");
        await page.Locator("#files-error").Filter(new() { HasText = "Large.pdf is larger than 5 MB" }).WaitForAsync();

        await ShowsAsync(page, typed, "Agreement.pdf");
        await page.GotoAsync(new Uri(page.Url).AbsolutePath);
        await ShowsAsync(page, typed, "Agreement.pdf");
        await page.SendInAsync();
        await page.CloseAsync();
    }

    [Theory]
    [InlineData(true, "Sent in twice and there once")]
    [InlineData(false, "Sent in twice and there once, without script")]
    public async Task Buttons_PressedTwice_DoItOnce(bool script, string title)
    {
        var page = await system.SignInAsFocalPointAsync("/contribute", script);
        var attempt = await page.InputValueAsync("input[name=attempt]");
        await page.Locator("main form button").First.DblClickAsync();
        await page.ArriveAsync(Form);
        var path = new Uri(page.Url).AbsolutePath;
        await page.FillInAsync(title, "FM");
        await page.Locator("button[value=submit]").DblClickAsync();
        await page.Locator("#thread li, .error-summary").First.WaitForAsync();
        await page.ShowsAsync(path, "It is with the secretariat");

        // What the browser still shows of the form is sent once more.
        await page.GoBackAsync();
        if (await page.Locator("button[value=submit]").CountAsync() > 0)
        {
            await page.PressAsync("Send in");
            await page.Locator("#thread li, .error-summary").First.WaitForAsync();
        }

        await page.ShowsAsync(path, "It is with the secretariat");
        Assert.Equal(1, await page.Locator("#thread li").CountAsync());
        await page.CloseAsync();

        var moderator = await system.SignInAsStaffAsync("moderator@example.org", "/desk/submissions", script);
        await moderator.OpenFromQueueAsync(title);
        await moderator.Locator("main form button").Filter(new() { HasText = "Publish it" }).DblClickAsync();
        await moderator.Locator("main a.button, .error-summary").First.WaitForAsync();
        await moderator.CloseAsync();
        Assert.Equal((1, 1), (await CountAsync("submissions where idempotency_key = $1", attempt), await CountAsync("entries where title = $1", title)));
    }

    /// <summary>Shown, and once saved, stored.</summary>
    private static async Task IsThereAsync(IPage page)
    {
        await Eventually.TrueAsync(async () => await page.InputValueAsync(ContributorBrowser.Challenge) == Text, "the text");
        await page.PressAsync("Save");
        await page.ArriveAsync("**?saved");
        await page.ReloadAsync();
        Assert.Equal(Text, await page.InputValueAsync(ContributorBrowser.Challenge));
    }

    private static FilePayload Upload(string name, int padding) => new() { Name = name, MimeType = "application/pdf", Buffer = [.. SampleFiles.Pdf(), .. new byte[padding]] };

    private static async Task ShowsAsync(IPage page, string texts, string file)
    {
        Assert.Equal(texts, await TextsAsync(page));
        Assert.Equal(file, await page.InputValueAsync("input[name=fileName]"));
    }

    // Empty rows, of which there are always some, say nothing; files are told apart.
    private static Task<string> TextsAsync(IPage page) => page.Locator("form[data-draft] .field").EvaluateAllAsync<string>("""
        fields => fields.flatMap(field => [...field.querySelectorAll('input, textarea, select')])
            .filter(control => control.type === 'checkbox' ? control.checked : control.value && !control.name.endsWith('Role') && !/file/i.test(control.name))
            .map(control => `${control.name}=${control.value}`).join('|')
        """);

    private async Task<long> CountAsync(string what, string value)
    {
        await using var catalogue = NpgsqlDataSource.Create(await system.SettingAsync("ConnectionStrings__catalogue"));
        await using var command = catalogue.CreateCommand($"select count(*) from {what}");
        command.Parameters.Add(new() { Value = value });
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
