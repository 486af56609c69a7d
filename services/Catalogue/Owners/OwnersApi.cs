using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Owners;

internal static class OwnersApi
{
    public static void AddOwners(this IServiceCollection services)
    {
        services.AddSingleton<ReviewReminder>();
        services.AddHostedService(provider => provider.GetRequiredService<ReviewReminder>());
    }

    /// <summary>Not among the public answers, which caches may keep: what is here depends on who asks.</summary>
    public static void MapOwners(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/api/catalogue/own/practices").WithTags("own").RequireAuthorization(Policies.Member).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        own.MapGet("/", ListOwnPractices.PageAsync).WithSummary("The practices of the reader's country or organisation, and those that name it while nobody answers for them.");
        own.MapGet("/{slug}", ListOwnPractices.OneAsync).WithSummary("One of them; its ETag is what confirming it needs.");
        own.MapPost("/{slug}/correction", CorrectPractice.HandleAsync).WithSummary("Begins a correction of an own practice, or leads to the one under way.");
        var focal = own.MapGroup("").RequireAuthorization(Policies.FocalPoint);
        focal.MapPost("/{slug}/adopt", AdoptPractice.HandleAsync).WithSummary("Says that the reader's country or organisation answers for it.");
        focal.MapPost("/{slug}/confirm", ConfirmPractice.HandleAsync).WithSummary("Says that an own practice is still right as it stands.")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }
}
