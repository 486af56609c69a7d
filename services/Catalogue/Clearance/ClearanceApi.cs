using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Clearance;

internal static class ClearanceApi
{
    /// <summary>Not among the public answers, which caches may keep.</summary>
    public static void MapClearance(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/api/catalogue/submissions/{id:guid}/clearance").WithTags("submissions").RequireAuthorization(Policies.Member).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        own.MapPost("/", MakeClearanceLink.MakeAsync).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Makes a link with which others read it without an account, for two weeks; the one before ends.");
        own.MapDelete("/", MakeClearanceLink.EndAsync).WithSummary("Ends the link.");
        app.MapGroup("/api/catalogue/clearance").WithTags("submissions").WithNoStore()
            .MapGet("/", GetClearance.HandleAsync).WithSummary("What the link with that token shows.");
    }
}
