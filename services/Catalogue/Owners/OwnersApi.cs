using PfP.Catalogue.Entries;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
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
        foreach (var kind in SubmissionTemplate.Kinds)
        {
            var own = app.MapGroup($"/api/catalogue/own/{EntryAddress.Collection(kind)}").WithTags("own").RequireAuthorization(Policies.Member).WithNoStore()
                .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
            own.MapGet("/", ListOwnEntries.PageFor(kind)).WithSummary($"The {kind}s of the reader's country or organisation, and those that name it while nobody answers for them.");
            own.MapGet("/{slug}", ListOwnEntries.OneFor(kind)).WithSummary("One of them; its ETag is what confirming it needs.");
            own.MapPost("/{slug}/correction", CorrectEntry.For(kind)).WithSummary($"Begins a correction of an own {kind}, or leads to the one under way.");
            if (kind == EntryKinds.Practice)
            {
                own.MapPost("/{slug}/lessons", AddLesson.HandleAsync).WithSummary("Begins an update of an own practice, or a lesson learned from it.");
            }

            var focal = own.MapGroup("").RequireAuthorization(Policies.FocalPoint);
            focal.MapPost("/{slug}/adopt", AdoptEntry.For(kind)).WithSummary("Says that the reader's country or organisation answers for it.");
            focal.MapPost("/{slug}/confirm", ConfirmEntry.For(kind)).WithSummary($"Says that an own {kind} is still right as it stands.")
                .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
        }

        foreach (var kind in SubmissionKinds.OfSecretariat)
        {
            app.MapPost($"/api/catalogue/entries/{EntryAddress.Collection(kind)}/{{slug}}/correction", CorrectEntry.OfSecretariat(kind)).WithTags("entries").RequireAuthorization(Policies.Moderator).WithNoStore()
                .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
                .WithSummary($"Begins a correction of a {kind} by the secretariat, or leads to the one under way.");
        }
    }
}
