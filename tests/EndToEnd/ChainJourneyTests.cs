using Microsoft.Playwright;
using PfP.Testing;

namespace PfP.EndToEnd;

/// <summary>From a recommendation to what another country made of it: written, linked and closed in a browser, through every service.</summary>
[Collection(nameof(MovedByMinutes))]
public sealed class ChainJourneyTests(RunningSystem system)
{
    // Its clocks show UTC all year.
    private const string Zone = "Africa/Abidjan";
    private const string Moderator = "moderator@example.org";
    private const string Recommendation = "Settle the last wages of lighthouse keepers";
    private const string Call = "Partners for lighthouse keepers abroad";
    private const string Practice = "Lighthouse keepers are paid at the quay";
    private const string Outcome = "Two harbours agreed to pay lighthouse keepers at the quay.";

    // An entry of the archive, of another country.
    private const string Adaptation = "/practices/prague-process";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chain_OfARecommendation_ItsCall_TheOutcomesPractice_AndItsAdaptation_StandsOnEachPage_AndOutlivesALink()
    {
        var owner = await system.SignInAsFocalPointAsync("/contribute");
        var moderator = await system.SignInAsStaffAsync(Moderator, "/desk/calls");
        var closes = DateTime.UtcNow.AddMinutes(10);
        var ownCall = await owner.SendCallInAsync(Call, DateOnly.FromDateTime(closes), Zone, TimeOnly.FromDateTime(closes));
        var call = await moderator.PublishCallAsync(Call);
        var recommendation = await RecommendAsync(moderator);
        await LinkAsync(moderator, recommendation, "led-to", call);

        await system.MoveClockAsync(closes);
        var practice = await TakeOutcomeAsync(owner, moderator, ownCall);
        await LinkAsync(moderator, practice, "adapted-by", Adaptation);

        string[] pages = [recommendation, call, practice, Adaptation];
        foreach (var path in pages)
        {
            await owner.ShowsAsync(path, "How it came about, and what followed");
            await Eventually.TrueAsync(async () => pages.Except(await LinksAsync(owner, path, "#chain ul")).SequenceEqual([path]), $"{path} shows the others");
        }

        Assert.Contains(Outcome, await ReadAsync(call), StringComparison.Ordinal);
        await Eventually.TrueAsync(async () => pages[..3].Except(await LinksAsync(owner, "/search?q=lighthouse+keepers", "main")).SequenceEqual([]), "search finds all that is new");
        Assert.Contains(Adaptation, await LinksAsync(owner, "/search?q=Prague+Process", "main"));

        await WithdrawAsync(moderator, practice, Adaptation);
        await Eventually.TrueAsync(async () => (await LinksAsync(owner, Adaptation, "#chain")).Count == 0, "the adaptation has no chain any more");
        await Eventually.TrueAsync(async () => pages[..3].Except(await LinksAsync(owner, practice, "#chain ul")).SequenceEqual([practice]), "the others are still one");
        await owner.CloseAsync();
        await moderator.CloseAsync();
    }

    /// <returns>Its public path.</returns>
    private static async Task<string> RecommendAsync(IPage moderator)
    {
        await moderator.GotoAsync("/desk/recommendations");
        await moderator.PressAsync("Start a recommendation");
        await moderator.ArriveAsync("**/contribute/*");
        await moderator.FillAsync(ContributorBrowser.Title, Recommendation);
        await moderator.SelectOptionAsync("select[name=summit]", "12");
        await moderator.FillAsync("textarea[name=text]", "Governments should settle what lighthouse keepers are owed before they leave.");
        await moderator.FillAsync("input[name=sourceName]", "Report of the proceedings of samples");
        await moderator.FillAsync("input[name=sourceUrl]", "https://example.org/proceedings.pdf");
        await moderator.CheckAsync("input[name=themes][value=labour-mobility]");
        await moderator.PressAsync("Publish");
        return await PublishedAsync(moderator);
    }

    private static async Task<string> PublishedAsync(IPage page) =>
        (await page.GetByRole(AriaRole.Link, new() { Name = "See it as readers do" }).First.GetAttributeAsync("href"))!;

    // The catalogue hears of a call by its event.
    private static Task LinkAsync(IPage moderator, string path, string relation, string other) => Eventually.TrueAsync(
        async () =>
        {
            await moderator.GotoAsync($"/contribute/chain{path}");
            await moderator.SelectOptionAsync("select[name=relation]", relation);
            await moderator.FillAsync("input[name=other]", other);
            await moderator.PressAsync("Add the link");
            return (await LinksAsync(moderator, null, "#links")).Contains(other);
        },
        $"{path} is linked");

    /// <returns>The public path of the practice that comes from it.</returns>
    private static async Task<string> TakeOutcomeAsync(IPage owner, IPage moderator, string ownCall)
    {
        await Eventually.TrueAsync(
            async () =>
            {
                await owner.GotoAsync(ownCall);
                return await owner.GetByRole(AriaRole.Button, new() { Name = "Publish the outcome" }).CountAsync() == 1;
            },
            "the call has closed");
        await owner.Locator("form:has(input[value=outcome]) textarea[name=text]").FillAsync(Outcome);
        await owner.PressAsync("Publish the outcome");
        await owner.PressAsync("Make it a practice");
        await owner.ArriveAsync("**/contribute/*");
        Assert.Equal(Outcome, await owner.InputValueAsync(ContributorBrowser.Solution));
        await owner.FillInAsync(Practice, "KI");
        await owner.SendInAsync();
        await moderator.PublishAsync(Practice);
        return await PublishedAsync(moderator);
    }

    private static async Task WithdrawAsync(IPage moderator, string path, string other)
    {
        await moderator.GotoAsync($"/contribute/chain{path}");
        await moderator.Locator($"#links li:has(a[href='{other}'])").GetByRole(AriaRole.Link, new() { Name = "Withdraw this link" }).ClickAsync();
        await moderator.FillAsync("input[name=reason]", "It was another agreement.");
        await moderator.PressAsync("Withdraw the link");
        await moderator.SaysAsync("It was another agreement.");
    }

    /// <param name="path">Null for the page that is open.</param>
    private static async Task<IReadOnlyList<string>> LinksAsync(IPage page, string? path, string within)
    {
        if (path is not null)
        {
            await page.GotoAsync(path);
        }

        return await page.EvaluateAsync<string[]>($"[...document.querySelectorAll('{within} a')].map(link => link.getAttribute('href'))");
    }

    private async Task<string> ReadAsync(string path)
    {
        using var visitor = new HttpClient { BaseAddress = new(system.Address) };
        return await visitor.GetStringAsync(path, Cancellation);
    }
}
