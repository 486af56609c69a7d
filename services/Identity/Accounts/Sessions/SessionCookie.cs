using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using PfP.Design.Languages;

namespace PfP.Identity.Accounts.Sessions;

/// <summary>The cookies that name a session, a half-finished sign-in, and the browser that got a form.</summary>
internal static class SessionCookie
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void AddSessionCookie(this IServiceCollection services)
    {
        services.AddSingleton<SiteCookie>();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).PostConfigure<SiteCookie>((options, cookies) =>
        {
            cookies.Apply(options.Cookie, "pfp-account");
            options.ExpireTimeSpan = Lifetime;
            options.Events = new CookieAuthenticationEvents { OnValidatePrincipal = ValidateAsync, OnRedirectToLogin = AskToSignInAsync };
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme).PostConfigure<SiteCookie>((options, cookies) =>
        {
            cookies.Apply(options.Cookie, "pfp-account-pending");
            options.Events = new CookieAuthenticationEvents();
        });
        services.AddOptions<AntiforgeryOptions>().PostConfigure<SiteCookie>((options, cookies) => cookies.Apply(options.Cookie, "pfp-account-form"));
    }

    // A session ended elsewhere ends here with the next request.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<AccountSessions>();
        if (!Guid.TryParse(context.Principal?.FindFirstValue(AccountSessions.SessionClaim), out var id)
            || !await sessions.IsOpenAsync(id, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    // In the reader's language, and without an address: only the gateway knows what it is called.
    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var here = SiteLanguage.Local(context.Request.Path + context.Request.QueryString);
        context.Response.Redirect($"{SiteLanguage.Local("/account/sign-in")}?returnUrl={Uri.EscapeDataString(here)}");
        return Task.CompletedTask;
    }
}
