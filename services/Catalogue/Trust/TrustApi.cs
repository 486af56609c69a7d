using PfP.Catalogue.Submissions;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Trust;

internal static class TrustApi
{
    /// <summary>Not among the public answers, which caches may keep: whom the secretariat trusts, and what they have published.</summary>
    public static void MapTrust(this IEndpointRouteBuilder app)
    {
        var owners = app.MapGroup("/api/catalogue/trusted-owners").WithTags("trust").RequireAuthorization(Policies.Moderator).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        owners.MapGet("/", TrustOwner.ListAsync).WithSummary("The countries and organisations whose focal points publish directly.");
        owners.MapPut("/{owner}", TrustOwner.TrustAsync).WithSummary("Lets its focal points publish directly, to be reviewed afterwards.");
        owners.MapDelete("/{owner}", TrustOwner.EndAsync).WithSummary("Ends that at once.");
        var submissions = app.MapGroup("/api/catalogue/submissions/{id:guid}").WithTags("trust").WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
        submissions.MapPost("/publish-at-once", PublishSubmission.AtOnceAsync).RequireAuthorization(Policies.FocalPoint)
            .WithSummary("Publishes it for a country or organisation that is trusted; the secretariat reviews it afterwards.");
        var review = submissions.MapGroup("/published").RequireAuthorization(Policies.Moderator);
        review.MapPost("/confirm", ReviewPublication.ConfirmAsync).WithSummary("Says that what was published directly stays as it is.");
        review.MapPost("/request-changes", ReviewPublication.RequestChangesAsync).WithSummary("Asks for changes in a correction; what is public stays so until then.");
        review.MapPost("/withdraw", ReviewPublication.WithdrawAsync).WithSummary("Takes it out of the catalogue, or, of a correction, brings back the text before it.");
    }
}
