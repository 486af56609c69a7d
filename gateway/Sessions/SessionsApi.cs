using PfP.ServiceDefaults.Errors;

namespace PfP.Gateway.Sessions;

/// <summary>Signing in and out, and who is signed in.</summary>
internal static class SessionsApi
{
    public const string Root = "/bff";
    public const string LoginPath = Root + "/login";
    public const string CallbackPath = Root + "/callback";
    public const string SignedOutPath = Root + "/signed-out";

    public static void MapSessions(this WebApplication app)
    {
        var bff = app.MapGroup(Root).AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            try
            {
                return await next(context);
            }
            catch (Exception exception) when (Transient.IsTransient(exception))
            {
                return SignInProblem.Unavailable(context.HttpContext, "/");
            }
        });
        bff.MapGet("/login", Login.HandleAsync);
        bff.MapGet("/callback", Callback.HandleAsync);
        bff.MapGet("/user", CurrentUser.HandleAsync);
        bff.MapPost("/logout", Logout.HandleAsync).DisableAntiforgery();
        bff.MapGet("/signed-out", SignedOut.Handle);
        bff.MapPost("/backchannel-logout", BackChannelLogout.HandleAsync).DisableAntiforgery();
        bff.Map("/{**rest}", TypedResults.NotFound);
    }
}
