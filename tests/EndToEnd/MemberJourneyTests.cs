using System.Text.Json;
using Microsoft.Playwright;
using PfP.Testing;

namespace PfP.EndToEnd;

/// <summary>Members from the first form on, in Chromium, through every service.</summary>
public sealed class MemberJourneyTests(RunningSystem system)
{
    private const string Officer = "officer@example.org";
    private const string Subject = "savings clubs of migrants on the coast";
    private const string Password = "three herons by the canal";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Person_WhoRegisters_IsApprovedAndFindsAnotherMember()
    {
        var person = await system.OpenAsync("/account/register");
        await RegisterAsync(person);
        var secret = await system.Mails.LinkAsync(Officer, "/account/confirm");
        await person.GotoAsync(secret);
        await person.FillAsync("input[name=password]", Password);
        await person.Locator("main button[type=submit]").First.ClickAsync();
        await person.ArriveAsync("**/account");

        // Nothing for members yet, and the reason.
        await person.GotoAsync("/members");
        await person.ArriveAsync("**/account");
        Assert.Contains("waits for the secretariat", await person.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        var moderator = await system.SignInAsStaffAsync("moderator@example.org", "/desk");
        await moderator.GetByRole(AriaRole.Row).Filter(new() { HasText = "Officer of a ministry" }).GetByRole(AriaRole.Link).ClickAsync();
        await moderator.GetByRole(AriaRole.Button, new() { Name = "Approve and tell them" }).ClickAsync();
        await moderator.GetByText("Saved.").WaitForAsync();
        await moderator.CloseAsync();

        // The mail leads to the directory, by way of a sign-in.
        await person.GotoAsync(await system.Mails.LinkAsync(Officer, "/members"));
        await SignInIfAskedAsync(person);
        await person.GetByRole(AriaRole.Link, new() { Name = "Sample member" }).First.ClickAsync();
        await person.FillAsync("textarea[name=message]", "Good day. We prepare a diaspora fund and would like to hear of yours.");
        await person.GetByRole(AriaRole.Button, new() { Name = "Send the request" }).ClickAsync();
        await person.GetByText("An introduction is open between you.").WaitForAsync();

        var member = await system.SignInAsync("member@example.org", system.SamplePassword, "/desk");
        await member.ShowsAsync("/desk", "Officer of a ministry");
        await member.GetByRole(AriaRole.Link, new() { Name = "Introduction asked of you" }).ClickAsync();
        await member.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await member.GetByRole(AriaRole.Link, new() { Name = "Go to the conversation" }).ClickAsync();
        await member.FillAsync("textarea[name=text]", "With pleasure.");
        await member.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await member.GetByText("With pleasure.").WaitForAsync();

        await person.ShowsAsync("/desk", "Sample member");
        await person.GetByRole(AriaRole.Link, new() { Name = "New message" }).ClickAsync();
        await person.GetByText("With pleasure.").WaitForAsync();
        await person.GetByRole(AriaRole.Button, new() { Name = "Share my contact details" }).ClickAsync();
        await person.Locator($"main a[href='mailto:{Officer}']").WaitForAsync();

        // Every service tells what it holds of a person.
        var export = await person.APIRequest.GetAsync("/account/data/export");
        using var data = JsonDocument.Parse(await export.BodyAsync());
        Assert.Empty(data.RootElement.GetProperty("missing").EnumerateArray());
        Assert.Equal(Officer, data.RootElement.GetProperty("elsewhere").GetProperty("notifications").GetProperty("member").GetProperty("email").GetString());

        await person.SignOutAsync();
        await person.GotoAsync("/members");
        Assert.Contains("/account/sign-in", person.Url, StringComparison.Ordinal);

        // Who leaves, leaves nothing; what the other wrote stays theirs.
        await person.EnterPasswordAsync(Officer, Password);
        await person.ArriveAsync("**/members");
        await person.GotoAsync("/account/data");
        await person.FillAsync("input[name=confirmation]", Officer);
        await person.Locator("button.danger").ClickAsync();
        await person.ArriveAsync("**/account/deleted");
        await person.CloseAsync();
        await Eventually.SucceedsAsync(async () => Assert.Empty(await new Remains(system).OfAsync(Officer, "Officer of a ministry", Subject, Password, secret[(secret.IndexOf('=', StringComparison.Ordinal) + 1)..])), Patience);
        await member.ShowsAsync("/members/threads", "former member");
        await member.CloseAsync();
    }

    [Fact]
    public async Task Secretariat_InvitingTwentyPeopleOneFaulty_InvitesNineteenWhoJoinWithOneForm()
    {
        var rows = Enumerable.Range(1, 20).Select(number => $"Invited {number},{(number == 7 ? "no address" : $"invited-{number}@example.org")},MD");
        var staff = await system.SignInAsStaffAsync("administrator@example.org", "/desk/invitations");
        await staff.FillAsync("textarea[name=list]", "name,email,country\n" + string.Join('\n', rows));
        await staff.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        await staff.GetByText("19 people are invited.").WaitForAsync();
        Assert.Equal("Line 7 (no address): the e-mail address is not valid.", await staff.Locator(".notice li").InnerTextAsync());
        await staff.CloseAsync();

        var links = new List<string>();
        foreach (var number in Enumerable.Range(1, 20).Where(number => number != 7))
        {
            links.Add(await system.Mails.LinkAsync($"invited-{number}@example.org", "/account/join"));
        }

        Assert.Equal(19, links.Distinct().Count());

        var invited = await system.OpenAsync(links[0]);
        await invited.FillAsync("input[name=password]", Password);
        await invited.Locator("main button[type=submit]").First.ClickAsync();
        await invited.ArriveAsync("**/members");
        Assert.Equal("Members", await invited.Locator("h1").InnerTextAsync());
        await ProtectAndSignInAgainAsync(invited, "invited-1@example.org");
        await invited.CloseAsync();

        var again = await system.OpenAsync(links[0]);
        Assert.Contains("invit", await again.Locator("main").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await again.Locator("input[name=password]").CountAsync());
        await again.CloseAsync();
    }

    [Fact]
    public async Task Member_SignedInHere_IsSignedInAtASecondSiteAndSignedOutWithIt()
    {
        await system.Second.StartAsync(system.Address);
        var page = await system.SignInAsync("focal-point@example.org", system.SamplePassword, "/desk");
        await page.ArriveAsync("**/desk");

        await page.GotoAsync(system.Second.Address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByText("Signed in as Sample focal point").WaitForAsync();

        await page.GotoAsync($"{system.Address}/desk");
        await page.SignOutAsync();

        await Eventually.TrueAsync(
            async () =>
            {
                await page.GotoAsync(system.Second.Address);
                return await page.Locator("h1").InnerTextAsync() == "Signed out";
            },
            "the second site hears of it");
        await page.CloseAsync();
    }

    // With a passkey, and then with an authenticator app.
    private static async Task ProtectAndSignInAgainAsync(IPage page, string email)
    {
        await page.GotoAsync("/account/security");
        await page.AddAuthenticatorAsync();
        await page.FillAsync("#passkey-name", "office laptop");
        await page.GetByText("Add a passkey").ClickAsync();
        await page.ArriveAsync("**/account/security?saved");
        var key = await page.SetUpAppAsync();
        await page.SignOutAsync();

        await page.GotoAsync("/members");
        await page.GetByText("Sign in with a passkey").ClickAsync();
        await page.ArriveAsync("**/members");
        await page.SignOutAsync();

        await page.GotoAsync("/members");
        await page.EnterPasswordAsync(email, Password);
        await page.ArriveAsync("**/account/code**");
        await page.EnterCodeAsync(key, later: true);
        await page.ArriveAsync("**/members");
    }

    private static async Task RegisterAsync(IPage page)
    {
        await page.FillAsync("input[name=name]", "Officer of a ministry");
        await page.FillAsync("input[name=email]", Officer);
        await page.SelectOptionAsync("select[name=type]", "national-government");
        await page.SelectOptionAsync("select[name=country]", "KE");
        await page.FillAsync("input[name=organisation]", "Ministry of samples");
        await page.FillAsync("input[name=position]", "Officer");
        await page.FillAsync("textarea[name=statement]", $"We work on {Subject}.");
        await page.Locator("main button[type=submit]").First.ClickAsync();
        await page.ArriveAsync("**/account/register?sent");
    }

    private static async Task SignInIfAskedAsync(IPage page)
    {
        if (page.Url.Contains("/account/sign-in", StringComparison.Ordinal))
        {
            await page.EnterPasswordAsync(Officer, Password);
        }
    }
}
