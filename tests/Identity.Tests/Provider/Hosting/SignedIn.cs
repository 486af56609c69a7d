using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Provider.Hosting;

internal static class SignedIn
{
    /// <summary>A new member with a browser that is signed in, by way of an invitation.</summary>
    public static async Task<Visitor> SignedInAsync(this IdentityHost host, string? email = null, string role = Roles.Member)
    {
        var visitor = new Visitor(host);
        await visitor.SubmitAsync(await host.InviteAsync(email ?? People.NewEmail(), role), "join", ("password", People.Password));
        return visitor;
    }

    /// <summary>Signs in where the authorization endpoint sent the browser, and follows it back.</summary>
    public static async Task<Answer> SignInAtAsync(this Visitor visitor, Answer detour, string email)
    {
        var back = await visitor.SubmitAsync(detour.Visit.Location!, "sign-in", ("email", email), ("password", People.Password));
        return new(await visitor.GetAsync(back.Location!));
    }
}
