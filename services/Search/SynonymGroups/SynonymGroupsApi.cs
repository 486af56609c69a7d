using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Search.SynonymGroups;

internal static class SynonymGroupsApi
{
    public const string Path = "/api/search/synonyms";

    public static IServiceCollection AddSynonymGroups(this IServiceCollection services) =>
        services.AddSingleton<FollowGroups>().AddHostedService(provider => provider.GetRequiredService<FollowGroups>());

    public static void MapSynonymGroups(this IEndpointRouteBuilder app)
    {
        var groups = app.MapGroup(Path).WithTags("Synonyms").RequireAuthorization(Policies.Moderator).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        groups.MapGet("/", ReadGroups.PageAsync).WithSummary("Expressions that mean the same, as the secretariat says, in the order of the alphabet.");
        groups.MapGet("/{id:guid}", ReadGroups.OneAsync).WithSummary("One group; its ETag is what a change of it needs.");
        groups.MapPost("/", AddGroup.HandleAsync).WithSummary("Adds a group; searches follow it within seconds.").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Changes(groups.MapPut("/{id:guid}", ChangeGroup.HandleAsync)).WithSummary("Gives a group other expressions.");
        Changes(groups.MapDelete("/{id:guid}", RemoveGroup.HandleAsync)).WithSummary("Removes a group.");
    }

    private static RouteHandlerBuilder Changes(RouteHandlerBuilder route) =>
        route.ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
}
