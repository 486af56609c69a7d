using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PfP.Testing;

/// <summary>Waits for a page that something leads to.</summary>
public static class Arrival
{
    /// <summary>
    /// Waits until the browser has loaded a page at such an address. Playwright's own WaitForURLAsync now and then misses that it has, and
    /// waits for it until its time is up (microsoft/playwright-dotnet#3364).
    /// </summary>
    /// <param name="address">With <c>*</c> for anything but a slash, and <c>**</c> for anything.</param>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(address);
        var pattern = $"^{Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$";
        await Eventually.TrueAsync(async () => Regex.IsMatch(page.Url, pattern) && await IsLoadedAsync(page), $"a page at {address}");
    }

    private static async Task<bool> IsLoadedAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string>("document.readyState") == "complete";
        }
        catch (PlaywrightException)
        {
            // It is on its way to yet another page.
            return false;
        }
    }
}
