using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Reports;

internal static class ReportsApi
{
    public static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton<ForgetReporters>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgetReporters>());
    }

    /// <summary>Not among the public answers, which caches may keep: anybody may report, and only the secretariat reads.</summary>
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var reports = app.MapGroup("/api/catalogue/reports").WithTags("reports").WithNoStore();
        reports.MapPost("/", ReportProblem.HandleAsync).WithSummary("Tells the secretariat that something is wrong with a public page; needs no account.");
        var desk = reports.MapGroup("").RequireAuthorization(Policies.Moderator)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        desk.MapGet("/", ReadReports.PageAsync).WithSummary("What readers reported; of the open ones the oldest first, but what should not be public before all.");
        desk.MapGet("/{id:guid}", ReadReports.OneAsync).WithSummary("One of them; its ETag is what closing it needs.");
        desk.MapPost("/{id:guid}/close", CloseReport.HandleAsync).WithSummary("Says what was done about it.")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }
}
