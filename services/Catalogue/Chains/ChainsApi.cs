using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Chains;

internal static class ChainsApi
{
    public static void MapChains(this IEndpointRouteBuilder api) => api.MapGet("/chains/{list}/{slug}", GetChain.HandleAsync).WithTags("chains")
        .WithSummary("What came out of a recommendation, call, practice, policy tool or session, and of what that came.");

    /// <summary>Not among the public answers, which caches may keep: those who ask are told more.</summary>
    public static void MapChainLinks(this IEndpointRouteBuilder app)
    {
        var chains = app.MapGroup("/api/catalogue/chains").WithTags("chains").RequireAuthorization(Policies.FocalPoint).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        chains.MapGet("/{list}/{slug}/links", OwnLinks.ListAsync).WithSummary("Its own links, also those that were withdrawn.");
        chains.MapPost("/{list}/{slug}/links", OwnLinks.AddAsync).WithSummary("Says what it has to do with another one; the same said again changes nothing.");
        Changes(chains.MapPost("/links/{id:guid}/withdraw", ChangeLink.WithdrawAsync)).WithSummary("Takes a link back; its record stays.");
        Changes(chains.MapPost("/links/{id:guid}/verify", ChangeLink.VerifyAsync)).RequireAuthorization(Policies.Moderator).WithSummary("Says that the secretariat has found it to be so today.");
    }

    private static RouteHandlerBuilder Changes(RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
}
