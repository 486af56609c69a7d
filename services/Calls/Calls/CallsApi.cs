using PfP.Calls.Files;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Calls.Calls;

internal static class CallsApi
{
    public static void MapCalls(this IEndpointRouteBuilder app)
    {
        var calls = app.MapGroup("/api/calls").WithTags("calls").WithConditionalGet();
        calls.MapGet("/files/{id:guid}/{name}", GetCallFile.PublicAsync).WithSummary("A file of a public call, to be saved.");
        calls.MapGet("/", ListCalls.HandleAsync).WithSummary("Public calls: open ones first, by deadline; then upcoming, closed and archived ones; or, by change, those to which something happened last.");
        calls.MapGet("/{slug}", GetCall.HandleAsync).WithSummary("A call with everything that is public about it.");
        // Not among the public answers, which caches may keep: this one is for the member who asks.
        app.MapGet("/api/calls/{slug}/contact", GetCallContact.HandleAsync).WithTags("calls").RequireAuthorization(Policies.Member).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .WithSummary("Whom members may ask about a call.");
    }
}
