using PfP.Calls.Dues;
using PfP.Calls.Files;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Calls.Submissions;

internal static class SubmissionsApi
{
    public const string Path = "/api/calls/submissions";

    public static void AddSubmissions(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CallTurn>();
        services.AddSingleton<DueMoments>();
        services.AddHostedService(provider => provider.GetRequiredService<DueMoments>());
    }

    /// <summary>Not among the public answers, which caches may keep: these are for the members whose it is, and the secretariat.</summary>
    public static void MapSubmissions(this IEndpointRouteBuilder app)
    {
        var calls = app.MapGroup(Path).WithTags("submissions").RequireAuthorization(Policies.Member).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        calls.MapPost("/", StartCall.HandleAsync).WithSummary("Begins a draft for the reader's country or organisation.");
        calls.MapGet("/", ListSubmissions.OwnAsync).WithSummary("Those of the reader's country or organisation; first what waits for them.");
        calls.MapGet("/desk", ListDesk.HandleAsync).WithSummary("What waits for the reader, oldest first.");
        calls.MapGet("/{id:guid}", GetSubmission.HandleAsync).WithSummary("One of them, or, for the secretariat, any but a draft; its ETag is what a change needs.");
        Changes(calls.MapPut("/{id:guid}", SaveCall.HandleAsync)).WithSummary("Keeps what was typed, however wrong or incomplete.");
        calls.MapPost("/{id:guid}/files", AddCallFile.HandleAsync).Accepts<byte[]>("application/octet-stream").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Takes a file for it, at most 5 MB as the body; the form then names it.");
        calls.MapGet("/{id:guid}/files/{fileId:guid}", GetCallFile.OfSubmissionAsync).WithSummary("A file that was sent to it.");
        Changes(calls.MapDelete("/{id:guid}", DiscardCall.HandleAsync)).WithSummary("Deletes a draft that was never sent in.");
        Changes(calls.MapPost("/{id:guid}/submit", SendCall.SubmitAsync)).WithSummary("Sends it to the secretariat; what the template asks for must be there.");
        Changes(calls.MapPost("/{id:guid}/take-back", SendCall.TakeBackAsync)).WithSummary("Makes it a draft again, before the secretariat has decided.");
        Changes(calls.MapPost("/{id:guid}/extend", MoveDeadline.ExtendAsync)).WithSummary("Moves the deadline of a public call to a later one, before it has passed.");
        Changes(calls.MapPost("/{id:guid}/reopen", MoveDeadline.ReopenAsync)).WithSummary("Opens a call again that has closed or was cancelled.");
        Changes(calls.MapPost("/{id:guid}/cancel", EndCall.CancelAsync)).WithSummary("Ends a public call before its deadline.");
        Changes(calls.MapPost("/{id:guid}/outcome", EndCall.ConcludeAsync)).WithSummary("Says what came of a call that has closed, or says it anew.");
        Changes(calls.MapPost("/{id:guid}/correct", CorrectCall.HandleAsync)).WithSummary("Mends the words of a public call; nobody is mailed.");
        var review = calls.MapGroup("").RequireAuthorization(Policies.Moderator);
        review.MapGet("/queue", ListSubmissions.QueueAsync).WithSummary("All in one state; what has waited longest comes first.");
        review.MapGet("/{id:guid}/mails", CallMails.HandleAsync)
            .WithSummary("What the mails about a call are made of, which is public or would be if it were published now, and those of them that this service sends.");
        Changes(review.MapPost("/{id:guid}/request-changes", ReviewCall.RequestChangesAsync)).WithSummary("Gives it back, with what has to change at which field.");
        Changes(review.MapPost("/{id:guid}/refuse", ReviewCall.RefuseAsync)).WithSummary("Says that it will not be published, and why.");
        Changes(review.MapPost("/{id:guid}/publish", PublishCall.HandleAsync)).WithSummary("Makes it a public call.");
    }

    private static RouteHandlerBuilder Changes(RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
}
