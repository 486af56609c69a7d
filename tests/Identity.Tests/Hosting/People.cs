using Microsoft.EntityFrameworkCore;
using PfP.Identity.Accounts.SecondFactor;
using PfP.Identity.Members;
using PfP.Identity.Members.Invitations;
using PfP.ServiceDefaults.Authentication;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.Identity.Tests.Hosting;

/// <summary>People who come in through the front door: each with an address that no other test uses.</summary>
internal static class People
{
    public const string Password = "corridor lantern seventeen";

    private static readonly Affiliation Ministry = new("MD", null, "national-government", "Ministry of Labour", null);

    public static string NewEmail() => $"officer-{Guid.NewGuid():N}@example.org";

    /// <summary>Invites somebody and follows the link in the mail.</summary>
    public static async Task<string> JoinAsync(this IdentityHost host, string role = Roles.Member, string entity = "country:MD")
    {
        var email = NewEmail();
        using var visitor = new Visitor(host);
        var joined = await visitor.SubmitAsync(await host.InviteAsync(email, role, entity), "join", ("password", Password));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, joined.Status);
        return email;
    }

    /// <summary>The path of the link in the invitation.</summary>
    public static async Task<string> InviteAsync(this IdentityHost host, string email, string role = Roles.Member, string entity = "country:MD")
    {
        await host.InScopeAsync<Inviting, Invitation>(inviting => inviting.InviteAsync(
            new() { Name = "Sample Officer", Email = email, Language = "en", Affiliation = Ministry, Role = role, Entity = entity, InvitedAt = host.Clock.GetUtcNow() },
            TestContext.Current.CancellationToken));
        return (await host.MailAsync(email, "You are invited to the Platform for Partnerships")).Links.First().PathAndQuery;
    }

    /// <summary>Somebody who registered and confirmed the address.</summary>
    public static async Task<Member> WaitingAsync(this IdentityHost host)
    {
        var email = NewEmail();
        using var visitor = new Visitor(host);
        await visitor.RegisterAsync(email);
        await visitor.SubmitAsync((await host.Mail.NextAsync(email)).Links.First().PathAndQuery, "confirm", ("password", Password));
        return await host.MemberAsync(email);
    }

    public static Task<Visit> RegisterAsync(this Visitor visitor, string email, params (string, string)[] others) => visitor.SubmitAsync(
        "/account/register", "register",
        [
            ("name", "Sample Registrant"), ("email", email), ("type", "national-government"), ("country", "KE"), ("organisation", "Ministry of Labour"),
            ("position", "Desk officer"), ("role", "member"), ("statement", "To exchange with other countries."), .. others,
        ]);

    public static Task<Member> MemberAsync(this IdentityHost host, string email) => host.InDatabaseAsync(db =>
        db.Members.AsNoTracking().SingleAsync(member => member.Email == email, TestContext.Current.CancellationToken));

    public static Task<Visit> SignInAsync(this Visitor visitor, string email, string password = Password, string query = "") =>
        visitor.SubmitAsync($"/account/sign-in{query}", "sign-in", ("email", email), ("password", password));

    /// <summary>Sets up an app for who is signed in; returns its key and the recovery codes.</summary>
    public static async Task<(byte[] Key, IReadOnlyList<string> Codes)> SetUpAsync(this Visitor visitor, IdentityHost host, string path = "/account/set-up")
    {
        var page = await visitor.GetAsync(path);
        var key = page.KeyOfApp();
        var done = await visitor.SubmitAsync(page, "set-up", ("code", Totp.CodeAt(key, host.Clock.GetUtcNow())));
        return (key, [.. done.Page.QuerySelectorAll(".codes code").Select(code => code.TextContent)]);
    }

    /// <summary>The mail with the link to a new password; the invitation went to the same address before.</summary>
    public static Task<ReceivedMail> ResetMailAsync(this IdentityHost host, string email) => host.MailAsync(email, "Choose a new password");

    public static Task<ReceivedMail> MailAsync(this IdentityHost host, string email, string subject) => Eventually.SucceedsAsync(
        () => Task.FromResult(host.Mail.Received.Last(mail => mail.To == email && mail.Subject == subject)));

    public static byte[] KeyOfApp(this Visit page)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var letters = page.Page.QuerySelector(".secret code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var bits = letters.Aggregate(System.Numerics.BigInteger.Zero, (sum, letter) => (sum << 5) | alphabet.IndexOf(letter, StringComparison.Ordinal));
        var bytes = bits.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[20 - bytes.Length], .. bytes];
    }
}
