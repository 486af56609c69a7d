using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Departures;

internal static class DeparturesApi
{
    public static void AddDepartures(this IServiceCollection services)
    {
        services.AddScoped<EntryDeparture>();
        services.AddScoped<MergeEntry>();
    }

    /// <summary>Not among the public answers, which caches may keep: what the secretariat does with entries that are published.</summary>
    public static void MapDepartures(this IEndpointRouteBuilder app)
    {
        var entries = app.MapGroup("/api/catalogue/entries").WithTags("entries").RequireAuthorization(Policies.Moderator).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        entries.MapGet("/{id:guid}", GetDeskEntry.HandleAsync).WithSummary("An entry in any state; its ETag is what a decision needs.");
        Decides(entries.MapPost("/{id:guid}/archive", ArchiveEntry.HandleAsync)).WithSummary("Says that it is no longer kept up; it stays readable.");
        Decides(entries.MapPost("/{id:guid}/withdraw", WithdrawEntry.HandleAsync)).WithSummary("Takes it out of the catalogue; its address says when and why.");
        Decides(entries.MapPost("/{id:guid}/merge", MergeEntry.HandleAsync)).WithSummary("Says that it is a duplicate; its address leads to the entry that stays.");
    }

    private static RouteHandlerBuilder Decides(RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
}
