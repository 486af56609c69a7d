using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members.Threads;

internal static class ThreadsApi
{
    public static void MapThreads(this IEndpointRouteBuilder members)
    {
        var threads = members.MapGroup("/threads").RequireAuthorization(Policies.Member);
        threads.MapGet("/", ListThreads.HandleAsync).WithSummary("Threads in which the reader takes part, the one with the newest message first.");
        threads.MapGet("/{id:guid}", GetThread.HandleAsync).WithSummary("A thread with a page of its messages, which count as read from then on.");
        threads.MapPost("/{id:guid}/messages", PostMessage.HandleAsync).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithSummary("Writes to the other parties.");
        threads.MapPost("/{id:guid}/share-contacts", ShareContacts.HandleAsync).ProducesProblem(StatusCodes.Status403Forbidden)
            .WithSummary("Shows the other parties the reader's address and telephone number.");
        threads.MapDelete("/{id:guid}/share-contacts", ShareContacts.RevokeAsync).WithSummary("Hides them again.");
    }
}
