using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.Identity.Members.Threads;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Engagements;

/// <summary>Those who answer for the entry say what came of it; both sides may go on writing.</summary>
internal static class CloseEngagement
{
    public static async Task<Results<Ok<EngagementResponse>, ValidationProblem, NotFound, ProblemHttpResult>> HandleAsync(
        Guid id, EngagementCloseRequest request, IfMatch match, Reader reader, IdentityDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        if (request.Outcome is not (EngagementOutcomes.Agreed or EngagementOutcomes.NotNow))
        {
            return Refusals.Invalid("outcome", $"outcome must be {EngagementOutcomes.Agreed} or {EngagementOutcomes.NotNow}.");
        }

        var message = request.Message?.Trim();
        if (message is not null && !PlainText.IsParagraphs(message, EngagementRequest.LongestMessage))
        {
            return Refusals.Invalid("message", $"A message has at most {EngagementRequest.LongestMessage} characters.");
        }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockThreadAsync(id, reader, now, cancellationToken) is not { } thread
            || await db.Engagements.FirstOrDefaultAsync(engagement => engagement.ThreadId == id, cancellationToken) is not { } engagement)
        {
            return TypedResults.NotFound();
        }

        if (engagement.AskedBy == reader.Id)
        {
            return TypedResults.Problem("This is for those who answer for the entry.", statusCode: StatusCodes.Status403Forbidden);
        }

        if (!await db.MayWriteAsync(reader, now, cancellationToken))
        {
            return Refusals.NoMember();
        }

        if (engagement.State == Engagement.Closed)
        {
            return Refusals.Conflict("It is closed already.");
        }

        if (engagement.Version != match.Version)
        {
            return IfMatch.Outdated(engagement.Version);
        }

        engagement.Close(request.Outcome, now);
        if (message is { Length: > 0 })
        {
            db.Messages.Add(thread.Write(reader.Id, message, null, now));
        }

        db.PublishAnswer(engagement);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        response.Headers.ETag = IfMatch.TagOf(engagement.Version);
        return TypedResults.Ok(EngagementViews.Of(engagement, reader));
    }
}
