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
        var entries = follows.MapGroup("/entries");
        entries.MapGet("/", ListEntryFollows.HandleAsync).WithSummary("The practices, tools and other entries of the catalogue that the member follows, the latest first.");
        entries.MapGet("/{entryId:guid}", ListEntryFollows.OneAsync).WithSummary("One of them; not found where the member does not follow it.");
        entries.MapPut("/{entryId:guid}", FollowEntry.HandleAsync).WithSummary("Follows an entry, whose new versions are then told; again, it changes nothing.");
        entries.MapDelete("/{entryId:guid}", FollowEntry.EndAsync).WithSummary("Follows it no longer.");
    }
}
