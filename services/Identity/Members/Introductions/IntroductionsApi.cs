using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members.Introductions;

internal static class IntroductionsApi
{
    public static void MapIntroductions(this IEndpointRouteBuilder members)
    {
        var introductions = members.MapGroup("/introductions").RequireAuthorization(Policies.Member);
        introductions.MapPost("/", AskForIntroduction.HandleAsync).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status429TooManyRequests).WithSummary("Passes a message on to a member, who may answer; no address goes with it.");
        introductions.MapGet("/", ListIntroductions.HandleAsync).WithSummary("The reader's introductions, newest first.");
        introductions.MapGet("/{id:guid}", GetIntroduction.HandleAsync).WithSummary("One of them; its ETag is what an answer needs.");
        Answers(introductions.MapPost("/{id:guid}/accept", AnswerIntroduction.AcceptAsync)).WithSummary("Opens a thread between the two.");
        Answers(introductions.MapPost("/{id:guid}/decline", AnswerIntroduction.DeclineAsync)).WithSummary("Says no.");
        Answers(introductions.MapPost("/{id:guid}/withdraw", AnswerIntroduction.WithdrawAsync)).WithSummary("Whoever asked takes it back.");
    }

    private static RouteHandlerBuilder Answers(RouteHandlerBuilder route) => route.ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
}
