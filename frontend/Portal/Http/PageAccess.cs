using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using PfP.Design.Http;

namespace PfP.Portal.Http;

/// <summary>Pages for members: a visitor is asked to sign in and comes back; a form that was sent after the session's end is told so.</summary>
internal sealed class PageAccess : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }

        if (authorizeResult.Forbidden)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect(SignInAddress.From(context));
        }
        else
        {
            await context.ReadSentFormAsync();
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
    }
}
