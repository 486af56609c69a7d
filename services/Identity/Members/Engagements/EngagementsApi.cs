using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members.Engagements;

internal static class EngagementsApi
{
    public static void AddEngagements(this IServiceCollection services)
    {
        services.AddScoped<KnownEntries>();
        services.AddScoped<EngageOnEntry>();
    }

    public static void MapEngagements(this IEndpointRouteBuilder members)
    {
        members.MapGet("/engagement-counts/{entryId:guid}", CountEngagements.HandleAsync).WithSummary("How many members asked about an entry, offered to join or want to adapt it.");
        var engagements = members.MapGroup("/engagements").RequireAuthorization(Policies.Member);
        engagements.MapPost("/", EngageOnEntry.HandleAsync).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("Opens a thread with those who answer for a practice, a policy tool or a session to come; with the secretariat where nobody does.");
        engagements.MapGet("/of/{entryId:guid}", ListOwnEngagements.HandleAsync).WithSummary("What the reader has opened about that entry, newest first.");
        members.MapPost("/threads/{id:guid}/close", CloseEngagement.HandleAsync).RequireAuthorization(Policies.Member).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .WithSummary("Those who answer for the entry say what came of it.");
    }
}
