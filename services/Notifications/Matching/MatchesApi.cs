using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Matching;

internal static class MatchesApi
{
    public static void MapMatches(this IEndpointRouteBuilder app) => app.MapGroup("/api/notifications/matches").WithTags("matches").RequireAuthorization(Policies.Member).WithNoStore()
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
        .MapGet("/", CountMatches.HandleAsync)
        .WithSummary("How many would be told if a call opened now that asks these countries and has these themes; the owner's own people never are. The owner is the member's, where none is given.");
}
