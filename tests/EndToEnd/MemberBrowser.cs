using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Playwright;
using PfP.Testing;
using PfP.Testing.Identity;

namespace PfP.EndToEnd;

/// <summary>What members do in a browser, each in one of their own.</summary>
internal static class MemberBrowser
{
    private const int CodeSeconds = 30;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    public static async Task<IPage> SignInAsync(this RunningSystem system, string email, string password, string path, bool script = true)
    {
        var page = await system.OpenAsync(path, script);
        await page.EnterPasswordAsync(email, password);
        return page;
    }

    public static async Task EnterPasswordAsync(this IPage page, string email, string password)
    {
        await page.FillAsync("input[name=email]", email);
        await page.FillAsync("input[name=password]", password);
        await page.Locator("main form").Filter(new() { Has = page.Locator("input[name=password]") }).Locator("button[type=submit]").ClickAsync();
    }

    /// <summary>Somebody of the secretariat, who needs an authenticator app, and sets one up at the first sign-in of all.</summary>
    public static async Task<IPage> SignInAsStaffAsync(this RunningSystem system, string email, string path, bool script = true) =>
        await system.OpenAsync(path, script, await system.SessionAsync(email, async () =>
        {
            var page = await system.SignInAsync(email, system.SamplePassword, "/desk");
            await page.SetUpShownAppAsync();
            await page.Locator("main a.button").Last.ClickAsync();
            await page.ArriveAsync("**/desk");
            var session = await page.Context.StorageStateAsync();
            await page.CloseAsync();
            return session;
        }));

    /// <summary>Returns the app's key.</summary>
    public static async Task<string> SetUpAppAsync(this IPage page)
    {
        await page.GotoAsync("/account/set-up");
        return await page.SetUpShownAppAsync();
    }

    /// <param name="later">With the code that comes next: each is good once.</param>
    public static async Task EnterCodeAsync(this IPage page, string key, bool later = false)
    {
        await page.FillAsync("input[name=code]", CodeOf(key, DateTimeOffset.UtcNow.AddSeconds(later ? CodeSeconds : 0)));
        await page.Locator("main button[type=submit]").ClickAsync();
    }

    /// <summary>A fingerprint reader, as it were, that says yes to everything.</summary>
    public static async Task AddAuthenticatorAsync(this IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = VirtualAuthenticator.Options() });
    }

    /// <summary>From the portal's menu.</summary>
    public static async Task SignOutAsync(this IPage page)
    {
        await page.Locator(".session summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.Locator("a.session").WaitForAsync();
    }

    /// <summary>Opens the page again until it shows that text: what it shows may still be on its way.</summary>
    public static Task ShowsAsync(this IPage page, string path, string text) => Eventually.TrueAsync(
        async () =>
        {
            await page.GotoAsync(path);
            return (await page.Locator("main").InnerTextAsync()).Contains(text, StringComparison.Ordinal);
        },
        $"{path} shows {text}",
        Step);

    private static async Task<string> SetUpShownAppAsync(this IPage page)
    {
        var key = await page.Locator(".secret code").InnerTextAsync();
        await page.EnterCodeAsync(key);
        await page.Locator("main .codes").WaitForAsync();
        return key;
    }

    // RFC 6238 as an authenticator app computes it.
    private static string CodeOf(string base32, DateTimeOffset at)
    {
        var bits = string.Concat(base32.Where(char.IsAsciiLetterOrDigit).Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes(at.ToUnixTimeSeconds() / CodeSeconds);
        Array.Reverse(counter);
#pragma warning disable CA5350 // The standard says SHA-1.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 15;
        var number = ((hash[offset] & 127) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
