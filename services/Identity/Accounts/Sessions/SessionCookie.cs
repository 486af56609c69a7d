using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace PfP.Identity.Accounts.Sessions;

/// <summary>The cookie that names a session.</summary>
internal static class SessionCookie
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void AddSessionCookie(this IServiceCollection services)
    {
        services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = "pfp-account";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = Lifetime;
            options.LoginPath = "/account/sign-in";
            options.ReturnUrlParameter = "returnUrl";
            options.Events = new CookieAuthenticationEvents { OnValidatePrincipal = ValidateAsync };
        });
        services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            options.Cookie.Name = "pfp-account-pending";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Events = new CookieAuthenticationEvents();
        });
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
}
