using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Bounces;

internal static class BouncesApi
{
    public static void MapBounces(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/notifications").WithTags("mails").WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapPost("/bounces", ReportBounce.HandleAsync).RequireAuthorization(Policies.MailReports)
            .Accepts<string>(BounceReport.WholeMail, BounceReport.ReportOnly)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .WithSummary("Takes a delivery status notification (RFC 3464). An address that is refused for good is paused, if it is the one to which we sent the mail that the report returns.");
        var paused = api.MapGroup("/paused-addresses").RequireAuthorization(Policies.Moderator);
        paused.MapGet("/", ListPaused.HandleAsync).WithSummary("Addresses to which nothing is sent, because their servers refused it for good; the latest first.");
        paused.MapPost("/{hash}/resume", ResumeAddress.HandleAsync).WithSummary("Sends there again.");
        api.MapGet("/address", GetOwnAddress.HandleAsync).RequireAuthorization(Policies.Member).WithSummary("Whether mails reach the member.");
    }
}
