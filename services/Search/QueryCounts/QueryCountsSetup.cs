using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Search.QueryCounts;

internal static class QueryCountsSetup
{
    public static IServiceCollection AddQueryCounts(this IServiceCollection services) =>
        services.AddSingleton<QueryCounter>().AddSingleton<KeepCounts>().AddHostedService(provider => provider.GetRequiredService<KeepCounts>());

    public static void MapQueryCounts(this IEndpointRouteBuilder app) => app.MapGet("/api/search/queries", ListQueries.HandleAsync)
        .WithTags("What is searched for").WithSummary("What readers searched for, the most frequent first; no text that was asked for less than three times in the period.")
        .RequireAuthorization(Policies.Moderator).WithNoStore().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
}
