using Microsoft.Playwright;
using PfP.Testing;

namespace PfP.EndToEnd;

/// <summary>A practice from its first key to its second version, in Chromium, through every service.</summary>
public sealed class ContributionJourneyTests(RunningSystem system)
{
    private const string Moderator = "moderator@example.org";
    private const string First = "Both ministries settle open wages before the last flight.";
    private const string Second = "Both ministries settle open wages a week before the last flight.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // The archive knows neither country.
    [Theory]
    [InlineData(true, "Last wages of pickers on Nauru", "NR")]
    [InlineData(false, "Last wages of sailors from Tuvalu", "TV")]
    public async Task Practice_FromAnUnfinishedDraftToItsSecondVersion_IsFoundAndKeepsTheFirst(bool script, string title, string country)
    {
        await BeginAsync(title, script);
        var contributor = await system.SignInAsFocalPointAsync("/contribute", script);
        var draft = await FinishAsync(contributor, title, country);
        var moderator = await system.SignInAsStaffAsync(Moderator, "/desk/submissions", script);
        await ReviewAsync(moderator, contributor, draft, title);
        Assert.False(await IsFoundAsync(title));

        await moderator.PublishAsync(title);
        await Eventually.TrueAsync(() => IsFoundAsync(title), "search finds it");
        await Eventually.TrueAsync(async () => await IsOnTheMapAsync(title, country), "the map shows it");

        var path = await CorrectAsync(contributor, draft);
        await moderator.PublishAsync(title);
        await Eventually.TrueAsync(async () => (await ReadAsync(path)).Contains(Second, StringComparison.Ordinal), "the second version is public");
        Assert.Equal((true, false), await HasTextsAsync($"{path}/v/1"));
        Assert.Equal((false, true), await HasTextsAsync($"{path}/v/2"));
        await contributor.CloseAsync();
        await moderator.CloseAsync();
    }

    /// <summary>Leaves in the middle: with script before any button is pressed, without it after Save.</summary>
    private async Task BeginAsync(string title, bool script)
    {
        var page = await system.StartAsContributorAsync(script);
        await page.FillAsync(ContributorBrowser.Title, title);
        await page.FillAsync(ContributorBrowser.Challenge, "They come home without\ntheir last wages.");
        if (script)
        {
            await page.StatusAsync("Saved at");
        }
        else
        {
            await page.PressAsync("Save");
            await page.ArriveAsync("**?saved");
        }

        await page.CloseAsync();
    }

    /// <returns>The path of the submission.</returns>
    private static async Task<string> FinishAsync(IPage page, string title, string country)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
        await page.ArriveAsync("**/contribute/*");
        Assert.Equal((title, "They come home without\ntheir last wages."), (await page.InputValueAsync(ContributorBrowser.Title), await page.InputValueAsync(ContributorBrowser.Challenge)));
        await page.FillInAsync(title, country);
        await page.SendInAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task ReviewAsync(IPage moderator, IPage contributor, string draft, string title)
    {
        await moderator.OpenFromQueueAsync(title);
        await moderator.GetByText("Comment on single fields").ClickAsync();
        await moderator.FillAsync("textarea[name=at-summary]", "Say between which countries.");
        await moderator.PressAsync("Give it back");
        await moderator.ArriveAsync("**?saved");

        await contributor.GotoAsync(draft);
        Assert.Contains("The secretariat asks: Say between which countries.", await contributor.InnerTextAsync("#summary-request"), StringComparison.Ordinal);
        await contributor.FillAsync(ContributorBrowser.Summary, "Moldova and an island state settle what seasonal workers are still owed.");
        await contributor.SendInAsync();
    }

    /// <returns>The path of the practice.</returns>
    private static async Task<string> CorrectAsync(IPage page, string draft)
    {
        await page.GotoAsync(draft);
        await page.GetByRole(AriaRole.Link, new() { Name = "See it as readers do" }).ClickAsync();
        await page.ArriveAsync("**/practices/*");
        var path = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"/contribute{path}");
        await page.PressAsync("Update this practice");
        Assert.Equal(First, await page.InputValueAsync(ContributorBrowser.Solution));
        await page.FillAsync(ContributorBrowser.Solution, Second);
        await page.SendInAsync();
        return path;
    }

    private Task<bool> IsFoundAsync(string title) => LeadsToAsync($"/search?q={Uri.EscapeDataString(title)}", title);

    private async Task<bool> IsOnTheMapAsync(string title, string country) =>
        (await ReadAsync("/map")).Contains($"data-code=\"{country}\"", StringComparison.Ordinal) && await LeadsToAsync($"/map?country={country}", title);

    // The text of a question stands on the page of its answer as well.
    private async Task<bool> LeadsToAsync(string path, string title) =>
        (await ReadAsync(path)).Contains($"href=\"/practices/{title.Replace(' ', '-').ToLowerInvariant()}\"", StringComparison.Ordinal);

    private async Task<(bool First, bool Second)> HasTextsAsync(string path)
    {
        var page = await ReadAsync(path);
        return (page.Contains(First, StringComparison.Ordinal), page.Contains(Second, StringComparison.Ordinal));
    }

    // As visitors see it, caches included.
    private async Task<string> ReadAsync(string path)
    {
        using var visitor = new HttpClient { BaseAddress = new(system.Address) };
        return await visitor.GetStringAsync(path, Cancellation);
    }
}
