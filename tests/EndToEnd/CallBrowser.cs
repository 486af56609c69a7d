using System.Globalization;
using Microsoft.Playwright;
using PfP.Testing;

namespace PfP.EndToEnd;

/// <summary>What those who call, and those who follow calls, do in a browser.</summary>
internal static class CallBrowser
{
    /// <summary>Writes a call and sends it in; returns its path for the owner.</summary>
    /// <param name="until">Replies are taken until the end of that day there.</param>
    /// <param name="at">Not until its end, but until that time.</param>
    public static async Task<string> SendCallInAsync(this IPage page, string title, DateOnly until, string zone, TimeOnly? at = null)
    {
        await page.PressAsync("Start a call for action");
        await page.ArriveAsync("**/contribute/calls/*");
        await page.FillAsync(ContributorBrowser.Title, title);
        await page.SelectOptionAsync("select[name=type]", "partners");
        await page.FillAsync("textarea[name=ask]", "Join a study of what seasonal workers lose.");
        await page.FillAsync("textarea[name=forWhom]", "Ministries and insurers.");
        await page.CheckAsync("input[name=themes][value=labour-mobility]");
        await page.ChooseDeadlineAsync(until, zone, at);
        await page.FillAsync("input[name=contactName]", "Labour unit");
        await page.FillAsync("input[name=contactEmail]", "labour@ministry.example");
        await page.FillAsync(ContributorBrowser.Summary, "Ministries look for partners of a study.");
        await page.SendInAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Returns the call's public path.</summary>
    public static async Task<string> PublishCallAsync(this IPage moderator, string title)
    {
        await moderator.GotoAsync("/desk/calls");
        await moderator.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
        await moderator.ArriveAsync("**/desk/calls/*");
        await moderator.PressAsync("Publish it");
        return (await moderator.GetByRole(AriaRole.Link, new() { Name = "See it as readers do" }).GetAttributeAsync("href"))!;
    }

    public static async Task ExtendAsync(this IPage page, DateOnly until, string zone, string reason)
    {
        await page.GetByText("Extend the deadline").ClickAsync();
        await page.ChooseDeadlineAsync(until, zone);
        await page.Locator("form:has(input[value=extend]) textarea[name=reason]").FillAsync(reason);
        await page.PressAsync("Extend it");
        await page.SaysAsync("Saved.");
    }

    private static async Task ChooseDeadlineAsync(this IPage page, DateOnly until, string zone, TimeOnly? at = null)
    {
        await page.SelectOptionAsync("select[name=precision]", at is null ? "day" : "minute");
        await page.FillAsync("input[name=time]", at?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "");
        await page.FillAsync("input[name=date]", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.SelectOptionAsync("select[name=zone]", zone);
    }
}
