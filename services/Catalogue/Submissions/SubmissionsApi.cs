using PfP.Catalogue.Entries;
using PfP.Catalogue.Files;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Submissions;

internal static class SubmissionsApi
{
    public static void AddSubmissions(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<SubmissionTurn>();
        services.AddScoped<PublishSubmission>();
        services.AddScoped<SubmittedEntries>();
        services.AddSingleton<ScheduledPublication>();
        services.AddHostedService(provider => provider.GetRequiredService<ScheduledPublication>());
    }

    /// <summary>Not among the public answers, which caches may keep: these are for the members whose it is, and the secretariat.</summary>
    public static void MapSubmissions(this IEndpointRouteBuilder app)
    {
        var submissions = app.MapGroup("/api/catalogue/submissions").WithTags("submissions").RequireAuthorization(Policies.Member).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        submissions.MapPost("/", StartSubmission.HandleAsync).WithSummary("Begins a draft for the reader's country or organisation, or, by the secretariat, on behalf of another, or of a session or recommendation.");
        submissions.MapGet("/", ListSubmissions.OwnAsync).WithSummary("Those of the reader's country or organisation; first what waits for them.");
        submissions.MapGet("/{id:guid}", GetSubmission.HandleAsync).WithSummary("One of them, or, for the secretariat, any but a draft; its ETag is what a change needs.");
        Changes(submissions.MapPut("/{id:guid}", SaveSubmission.HandleAsync)).WithSummary("Keeps what was typed, however wrong or incomplete.");
        Changes(submissions.MapDelete("/{id:guid}", DiscardSubmission.HandleAsync)).WithSummary("Deletes a draft that was never sent in.");
        Changes(submissions.MapPost("/{id:guid}/submit", SendSubmission.SubmitAsync)).WithSummary("Sends it to the secretariat; what the template asks for must be there.");
        Changes(submissions.MapPost("/{id:guid}/take-back", SendSubmission.TakeBackAsync)).WithSummary("Makes it a draft again, before the secretariat has decided.");
        submissions.MapPost("/{id:guid}/files", AddFile.HandleAsync).Accepts<byte[]>("application/octet-stream").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Takes a file for it, at most 5 MB as the body; the form then names it.");
        submissions.MapGet("/{id:guid}/files/{fileId:guid}", GetFile.OfSubmissionAsync).WithSummary("A file that was sent to it.");
        submissions.MapPost("/{id:guid}/messages", WriteMessage.HandleAsync).WithSummary("Adds to its thread.");
        var review = submissions.MapGroup("").RequireAuthorization(Policies.Moderator);
        review.MapGet("/queue", ListSubmissions.QueueAsync).WithSummary("All in one state; what has waited longest comes first.");
        Changes(review.MapPost("/{id:guid}/request-changes", ReviewSubmission.RequestChangesAsync)).WithSummary("Gives it back, with what has to change at which field.");
        Changes(review.MapPost("/{id:guid}/refuse", ReviewSubmission.RefuseAsync)).WithSummary("Says that it will not be published, and why.");
        Changes(review.MapPost("/{id:guid}/schedule", ScheduleSubmission.HandleAsync)).WithSummary("Accepts it for a later day, on which it is published, or takes that back.");
        Changes(review.MapPost("/{id:guid}/publish", PublishSubmission.HandleAsync)).WithSummary("Makes it an entry of the catalogue.");
        review.MapGet("/queue/on-behalf", ListSubmissions.OnBehalfAsync).WithSummary("What the secretariat has entered for others and nobody has decided yet.");
        foreach (var kind in SubmissionKinds.OfSecretariat)
        {
            review.MapGet($"/queue/{EntryAddress.Collection(kind)}", ListSubmissions.OfSecretariat(kind)).WithSummary($"The {EntryAddress.Collection(kind)} that the secretariat is writing.");
        }

        review.MapGet("/queue/owners", ListOwners.HandleAsync).WithSummary("Whose submissions there are.");
        Changes(review.MapPost("/{id:guid}/take", AssignSubmission.TakeAsync)).WithSummary("Says that the reader sees to it.");
        Changes(review.MapPost("/{id:guid}/give-back", AssignSubmission.GiveBackAsync)).WithSummary("Leaves it to whoever takes it next.");
    }

    private static RouteHandlerBuilder Changes(RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
}
