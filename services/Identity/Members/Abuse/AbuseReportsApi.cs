using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members.Abuse;

internal static class AbuseReportsApi
{
    public static void MapAbuseReports(this IEndpointRouteBuilder members)
    {
        var reports = members.MapGroup("/abuse-reports");
        reports.MapPost("/", ReportAbuse.HandleAsync).RequireAuthorization(Policies.Member).ProducesProblem(StatusCodes.Status403Forbidden)
            .WithSummary("Shows the secretariat an introduction or a message that the reader got.");
        reports.MapGet("/", ListAbuseReports.HandleAsync).RequireAuthorization(Policies.Moderator).WithSummary("Reports with what they are about, oldest first.");
        reports.MapGet("/{id:guid}", GetAbuseReport.HandleAsync).RequireAuthorization(Policies.Moderator).WithSummary("One of them; its ETag is what closing it needs.");
        reports.MapPost("/{id:guid}/close", CloseAbuseReport.HandleAsync).RequireAuthorization(Policies.Moderator).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .WithSummary("Dismisses it, or ends the membership of whoever wrote that.");
    }
}
