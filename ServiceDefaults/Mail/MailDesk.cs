using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PfP.ServiceDefaults.Authentication;
using PfP.ServiceDefaults.Mail;

namespace PfP.ServiceDefaults;

/// <summary>What the secretariat sees of a service's mails, and does about them.</summary>
public static class MailDesk
{
    /// <param name="prefix">Of the service's API: <c>/api/calls</c>.</param>
    public static void MapMailDesk(this IEndpointRouteBuilder app, string prefix)
    {
        var mails = app.MapGroup($"{prefix}/mails").WithTags("mails").RequireAuthorization(Policies.Moderator).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        mails.MapGet("/", ListDeliveries.HandleAsync)
            .WithSummary("Mails that are planned (what is due first comes first), sent or failed (the latest first); never what they say.");
        mails.MapPost("/{id:guid}/resend", ResendDelivery.HandleAsync).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Sends one again that failed, if its reason still holds; with the same Message-ID.");
    }
}
