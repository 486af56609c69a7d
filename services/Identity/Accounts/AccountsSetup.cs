using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using PfP.Design.Languages;
using PfP.Identity.Accounts.Links;
using PfP.Identity.Accounts.Passkeys;
using PfP.Identity.Accounts.Passwords;
using PfP.Identity.Accounts.SecondFactor;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Accounts.SignIn;
using PfP.Identity.Accounts.Throttling;
using PfP.Identity.Data;
using PfP.Identity.Members.Erasure;
using PfP.ServiceDefaults;

namespace PfP.Identity.Accounts;

/// <summary>The account pages, and what they stand on.</summary>
internal static class AccountsSetup
{
    /// <summary>The policy of pages about one's own account.</summary>
    public const string SignedIn = "SignedIn";

    private const string Pages = "/account";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddPasskeys();
        services.AddSingleton<Attempts>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<NobodysPassword>();
        services.AddScoped<SecretLinks>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<SecurityLogger>();
        services.AddScoped<AccountSessions>();
        services.AddScoped<PendingSignIn>();
        services.AddScoped<SignInFlow>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<SecondFactorSignIn>();
        services.AddScoped<ForgottenPassword>();
        services.AddScoped<NewPassword>();
        services.AddScoped<PasswordChange>();
        services.AddScoped<SecondFactorSetUp>();
        services.AddScoped<SecurityChanges>();
        services.AddScoped<SecurityHistory>();
        services.AddScoped<OtherServices>();
        foreach (var name in OtherServices.Names)
        {
            builder.AddApiClient(name);
        }

        services.AddHostedService<Leftovers>();
        services.AddSessionCookie();
        // An account is named by its address, which may hold what names usually do not: an apostrophe, letters of any language.
        services.Configure<IdentityOptions>(options => options.User.AllowedUserNameCharacters = "");
        services.AddAuthorizationBuilder().AddPolicy(SignedIn, policy => policy.AddAuthenticationSchemes(IdentityConstants.ApplicationScheme).RequireAuthenticatedUser());
        // Letters of all languages as they are: half the bytes of their character references.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddLocalization();
        services.AddRazorComponents();
        // Not only in Development: what the build made is served wherever it runs.
        builder.WebHost.UseStaticWebAssets();
    }

    /// <summary>Must run before routing.</summary>
    public static void UseAccountPages(this WebApplication app)
    {
        app.UsePathCulture();
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Pages), pages =>
        {
            pages.Use(PrepareAsync);
            pages.UseStatusCodePagesWithReExecute("/account/error/{0}", createScopeForStatusCodePages: true);
            pages.Use(LeadOnAsync);
        });
    }

    public static void MapAccountPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<AccountApp>();
        app.MapGet("/account/data/export", ExportData.HandleAsync).RequireAuthorization(SignedIn).ExcludeFromDescription();
    }

    // A page may send the reader on before it shows its form. That the posted form is not there then is no fault of theirs.
    private static async Task LeadOnAsync(HttpContext context, RequestDelegate next)
    {
        // In development the framework says in the body what is missing, and so starts the answer itself.
        context.Response.OnStarting(LeadOn);
        await next(context);
        await LeadOn();

        Task LeadOn()
        {
            if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false, Headers.Location.Count: > 0 })
            {
                context.Response.StatusCode = StatusCodes.Status303SeeOther;
            }

            return Task.CompletedTask;
        }
    }

    private static async Task PrepareAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            // Static files bring their own lifetime; pages are for one person.
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            {
                context.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        // Pages that anybody may open know their reader, too: the antiforgery token is bound to it.
        context.User = (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal ?? context.User;
        await next(context);
    }
}
