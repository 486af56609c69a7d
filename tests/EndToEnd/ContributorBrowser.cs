using Microsoft.Playwright;
using PfP.Testing;

namespace PfP.EndToEnd;

/// <summary>What those who contribute a practice do in a browser.</summary>
internal static class ContributorBrowser
{
    public const string Title = "input[name=title]";
    public const string Challenge = "textarea[name=challenge]";
    public const string Solution = "textarea[name=solution]";
    public const string Summary = "textarea[name=summary]";

    public const string FocalPoint = "focal-point@example.org";

    public static Task<IPage> SignInAsFocalPointAsync(this RunningSystem system, string path, bool script = true) =>
        system.SignInAsync(FocalPoint, system.SamplePassword, path, script);

    /// <summary>Begins a practice.</summary>
    public static async Task<IPage> StartAsContributorAsync(this RunningSystem system, bool script = true)
    {
        var page = await system.SignInAsFocalPointAsync("/contribute", script);
        await page.PressAsync("Start a practice");
        await page.ArriveAsync("**/contribute/*");
        return page;
    }

    /// <summary>Everything that the template asks for.</summary>
    /// <param name="country">Beside the contributor's own.</param>
    public static async Task FillInAsync(this IPage page, string title, string country)
    {
        await page.FillAsync(Title, title);
        await page.Locator("select[name=country]").Nth(1).SelectOptionAsync(country);
        await page.Locator("select[name=countryRole]").Nth(1).SelectOptionAsync("partner");
        await page.Locator("input[name=organisation]").First.FillAsync("Sample ministry of the islands");
        await page.FillAsync(Challenge, "Seasonal workers come home without their last wages.");
        await page.FillAsync(Solution, "Both ministries settle open wages before the last flight.");
        await page.CheckAsync("input[name=themes][value=labour-mobility]");
        await page.SelectOptionAsync("select[name=type]", "agreement");
        await page.SelectOptionAsync("select[name=status]", "ongoing");
        await page.FillAsync("input[name=startYear]", "2021");
        await page.Locator("input[name=linkUrl]").First.FillAsync("https://example.org/wages");
        await page.Locator("input[name=linkLabel]").First.FillAsync("The agreement");
        await page.FillAsync("input[name=contactName]", "Labour unit");
        await page.FillAsync("input[name=contactEmail]", "labour@ministry.example");
        await page.FillAsync(Summary, "Two ministries settle what seasonal workers are still owed.");
    }

    /// <summary>Presses a button of that very name.</summary>
    public static Task PressAsync(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static Task SaysAsync(this IPage page, string text) => page.Locator("main").GetByText(text).First.WaitForAsync();

    /// <summary>What draft.js says.</summary>
    public static Task StatusAsync(this IPage page, string text) => page.Locator("#draft-status").Filter(new() { HasText = text }).WaitForAsync();

    public static async Task SendInAsync(this IPage page)
    {
        await page.PressAsync("Send in");
        await page.SaysAsync("It is with the secretariat");
    }

    /// <summary>From the queue to the page that leads to the published practice.</summary>
    public static async Task PublishAsync(this IPage moderator, string title)
    {
        await moderator.OpenFromQueueAsync(title);
        await moderator.PressAsync("Publish it");
        await moderator.GetByRole(AriaRole.Link, new() { Name = "See it as readers do" }).WaitForAsync();
    }

    public static async Task OpenFromQueueAsync(this IPage moderator, string title)
    {
        await moderator.GotoAsync("/desk/submissions");
        await moderator.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
        await moderator.ArriveAsync("**/desk/submissions/*");
    }
}
