using PfP.Notifications.Matching;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Follows;

internal static class FollowsApi
{
    public static void MapFollows(this IEndpointRouteBuilder app)
    {
        var follows = app.MapGroup("/api/notifications/follows").WithTags("follows").RequireAuthorization(Policies.Member).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        follows.MapGet("/", ListFollows.HandleAsync).WithSummary("The calls that the member follows, the latest first.");
        follows.MapPut("/calls/{callId:guid}", FollowCall.HandleAsync).WithSummary("Follows a call; again, it changes nothing.");
        follows.MapPut("/calls/{callId:guid}/not-for-us", DeclineCall.HandleAsync).WithSummary("It is not for this member: they follow it no longer, and no mail tells them that it fits.");
        follows.MapDelete("/calls/{callId:guid}", UnfollowCall.HandleAsync).WithSummary("Follows it no longer; no mail about it that waits is sent.");
    }
}
