using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Confirmations;

internal static class ConfirmationsApi
{
    /// <summary>Not among the public answers, which caches may keep: whoever has the link has no account.</summary>
    public static void MapConfirmations(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/api/catalogue/submissions/{id:guid}/confirmation").WithTags("submissions").RequireAuthorization(Policies.Moderator).WithNoStore()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .MapPost("/", AskConfirmation.HandleAsync).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .WithSummary("Mails a link with which the government or organisation that it was entered for confirms it, for two weeks; the one before ends.");
        var link = app.MapGroup("/api/catalogue/confirmation").WithTags("submissions").WithNoStore();
        link.MapGet("/", AnswerConfirmation.ReadAsync).WithSummary("What the link with that token shows.");
        link.MapPost("/", AnswerConfirmation.HandleAsync).WithSummary("Confirms the text, or asks for changes; once.").ProducesProblem(StatusCodes.Status409Conflict);
    }
}
