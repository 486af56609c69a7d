using PfP.Calls.Submissions;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Calls.Replies;

internal static class RepliesApi
{
    public static void AddReplies(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ForgetGuests>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ForgetGuests>());
        builder.AddMail(mail => mail.AskedFor<GuestReplySent>().Occasion<GuestReplyAnswered>());
    }

    /// <summary>None of them among the public answers, which caches may keep.</summary>
    public static void MapReplies(this IEndpointRouteBuilder app)
    {
        var replies = app.MapGroup("/api/calls").WithTags("replies").WithNoStore();
        var own = replies.MapGroup("").RequireAuthorization(Policies.Member).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        own.MapGet("/replies", OwnReplies.ListAsync).WithSummary("What the reader has replied to calls, newest first.");
        own.MapGet("/{slug}/reply", OwnReplies.GetAsync).WithSummary("What the reader has replied to that call.");
        own.MapPut("/{slug}/reply", GiveReply.HandleAsync).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithSummary("Replies to a call that takes replies here, or changes the reply.");
        own.MapDelete("/{slug}/reply", OwnReplies.WithdrawAsync).WithSummary("Takes the reply back, and deletes it.");
        own.MapPost("/{slug}/reply/files", EncloseFile.OfMemberAsync).Accepts<byte[]>("application/octet-stream").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Takes a file for the reader's reply, at most 5 MB as the body; the reply then names it.");
        own.MapGet("/{slug}/reply/files/{fileId:guid}", GetEnclosedFile.OfMemberAsync).WithSummary("A file that the reader has sent for the reply.");
        replies.MapPost("/{slug}/guest-replies", SendGuestReply.HandleAsync).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Replies without an account, where the call admits that; it is seen by nobody before it is confirmed by the link of a mail.");
        replies.MapPost("/{slug}/guest-replies/files", EncloseFile.OfGuestAsync).Accepts<byte[]>("application/octet-stream").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Takes a file for a reply that will be sent with the same Idempotency-Key.");
        replies.MapGet("/replies/guest/files/{fileId:guid}", GetEnclosedFile.OfGuestAsync).WithSummary("A file of the reply that the link with that token is about.");
        replies.MapGet("/replies/guest", GuestLink.ReadAsync).WithSummary("The reply that the link with that token is about.");
        replies.MapPost("/replies/guest", GuestLink.ConfirmAsync).WithSummary("Confirms it; what came from the same address before is replaced.");
        replies.MapDelete("/replies/guest", GuestLink.EraseAsync).WithSummary("Deletes it, with everything that is known of who sent it.");

        var received = app.MapGroup($"{SubmissionsApi.Path}/{{id:guid}}").WithTags("replies").RequireAuthorization(Policies.Member).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        received.MapGet("/replies", ReceivedReplies.ListAsync).WithSummary("The replies to a call, for the members of its owner alone.");
        received.MapGet("/replies.csv", ReceivedReplies.FileAsync).Produces<string>(StatusCodes.Status200OK, "text/csv").WithSummary("The same as a table.");
        received.MapGet("/replies/{replyId:guid}/files/{fileId:guid}", GetEnclosedFile.ReceivedAsync).WithSummary("A file of one of them.");
        received.MapPost("/replies/{replyId:guid}/answer", AnswerReply.HandleAsync).WithSummary("Answers one of them, once or again.").ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }
}
