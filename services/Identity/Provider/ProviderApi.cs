using System.Globalization;
using PfP.Design.Languages;
using PfP.Identity.Provider.Authorization;
using PfP.Identity.Provider.Discovery;
using PfP.Identity.Provider.Logout;
using PfP.Identity.Provider.Revocation;
using PfP.Identity.Provider.SigningKeys;
using PfP.Identity.Provider.Tokens;

namespace PfP.Identity.Provider;

/// <summary>The protocol's routes. They describe themselves in the discovery document, not in the API's.</summary>
internal static class ProviderApi
{
    private const string Connect = "/connect";

    /// <summary>Must run before routing.</summary>
    public static void UseProvider(this WebApplication app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Connect), connect =>
        {
            connect.Use(SpeakAsync);
            connect.UseStatusCodePagesWithReExecute("/account/not-registered", createScopeForStatusCodePages: true);
        });

    public static void MapProvider(this IEndpointRouteBuilder app)
    {
        var provider = app.MapGroup("").ExcludeFromDescription();
        provider.MapGet("/.well-known/openid-configuration", DiscoveryDocument.Handle);
        provider.MapGet("/.well-known/oauth-authorization-server", DiscoveryDocument.Handle);

        var connect = provider.MapGroup(Connect);
        connect.MapGet("/jwks", PublishedKeys.HandleAsync);
        connect.MapGet("/authorize", Authorize.HandleAsync);
        connect.MapPost("/authorize", Authorize.HandlePostAsync);
        connect.MapPost("/token", Token.HandleAsync);
        connect.MapGet("/userinfo", UserInfo.UserInfo.HandleAsync);
        connect.MapPost("/userinfo", UserInfo.UserInfo.HandleAsync);
        connect.MapPost("/revoke", Revoke.HandleAsync);
        connect.MapGet("/logout", EndSession.HandleAsync);
        connect.MapPost("/logout", EndSession.HandlePostAsync);
    }

    // These addresses have one spelling only; pages that follow are in the language that the client knows of its reader.
    private static Task SpeakAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.CacheControl = "no-store";
        var wanted = context.Request.Query["ui_locales"].ToString().Split(' ').Select(locale => SiteLanguage.Find(locale.Split('-')[0])).FirstOrDefault(found => found is not null);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = (wanted ?? SiteLanguage.Current).Culture;
        return next(context);
    }
}
