using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PfP.ServiceDefaults.Authentication;
using PfP.ServiceDefaults.Reports;

namespace PfP.ServiceDefaults;

/// <summary>What readers report about the pages of a service, in its own database.</summary>
public static class ReportsApi
{
    public static void AddReports<TPages>(this IServiceCollection services)
        where TPages : class, IReportedPages
    {
        services.AddScoped<IReportedPages, TPages>();
        services.AddSingleton<ForgetReporters>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgetReporters>());
    }

    /// <summary>Not among the public answers, which caches may keep: anybody may report, and only the secretariat reads.</summary>
    /// <param name="prefix">Of the service's API: <c>/api/calls</c>.</param>
    public static void MapReports(this IEndpointRouteBuilder app, string prefix)
    {
        var reports = app.MapGroup($"{prefix}/reports").WithTags("reports").WithNoStore();
        reports.MapPost("/", ReportProblem.HandleAsync).WithSummary("Tells the secretariat that something is wrong with a public page; needs no account.");
        var desk = reports.MapGroup("").RequireAuthorization(Policies.Moderator)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        desk.MapGet("/", ReadReports.PageAsync).WithSummary("What readers reported; of the open ones the oldest first, but what should not be public before all.");
        desk.MapGet("/{id:guid}", ReadReports.OneAsync).WithSummary("One of them; its ETag is what closing it needs.");
        desk.MapPost("/{id:guid}/close", CloseReport.HandleAsync).WithSummary("Says what was done about it.")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }
}
