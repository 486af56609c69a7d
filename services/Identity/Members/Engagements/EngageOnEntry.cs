using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.Identity.Members.Threads;
using PfP.ServiceDefaults;
using Opened = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Created<PfP.Contracts.Identity.Api.EngagementResponse>,
    Microsoft.AspNetCore.Http.HttpResults.ValidationProblem,
    Microsoft.AspNetCore.Http.HttpResults.NotFound,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace PfP.Identity.Members.Engagements;

/// <summary>Opens a thread with those who answer for an entry, once for each kind until that one is closed.</summary>
internal sealed class EngageOnEntry(IdentityDbContext db, KnownEntries entries, IOptions<MembersOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static Task<Opened> HandleAsync(
        EngagementRequest request, IdempotencyKey key, Reader reader, EngageOnEntry engage, HttpResponse response, CancellationToken cancellationToken) =>
        engage.OpenAsync(request, key.Value, reader, response, cancellationToken);

    private async Task<Opened> OpenAsync(EngagementRequest request, string? key, Reader reader, HttpResponse response, CancellationToken cancellationToken)
    {
        if (Problem(request) is { } problem)
        {
            return problem;
        }

        KnownEntry? entry;
        try
        {
            // Before the transaction: nobody waits for the catalogue with a lock in hand.
            entry = await MadeAsync(reader, key, cancellationToken) is null ? await entries.FindAsync(request.EntryKind, request.Slug, cancellationToken) : null;
        }
        catch (HttpRequestException)
        {
            response.Headers.RetryAfter = "30";
            return TypedResults.Problem("The catalogue does not answer.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeTurnAsync(cancellationToken, reader.Id);
        var engagement = await MadeAsync(reader, key, cancellationToken);
        if (engagement is null)
        {
            if (entry is null)
            {
                return TypedResults.NotFound();
            }

            if (!entry.OpenTo.Contains(request.Kind))
            {
                return Refusals.Invalid("kind", $"Of this entry it is one of {string.Join(", ", entry.OpenTo)}.");
            }

            var now = clock.GetUtcNow();
            if (await ObstacleAsync(entry, request.Kind!, reader, now, response, cancellationToken) is { } obstacle)
            {
                return obstacle;
            }

            engagement = Add(entry, request, key, reader, now);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        response.Headers.ETag = IfMatch.TagOf(engagement.Version);
        return TypedResults.Created($"/api/members/threads/{engagement.ThreadId}", EngagementViews.Of(engagement, reader));
    }

    private static ValidationProblem? Problem(EngagementRequest request) =>
        !EngagementKinds.All.Contains(request.Kind) ? Refusals.Invalid("kind", $"It is one of {string.Join(", ", EngagementKinds.All)}.")
        : request.Message?.Trim() is not { Length: > 0 } message || !PlainText.IsParagraphs(message, EngagementRequest.LongestMessage)
            ? Refusals.Invalid("message", $"A message of at most {EngagementRequest.LongestMessage} characters is needed.")
            : !(request.Kind == EngagementKinds.Present ? request.Title?.Trim() is { Length: > 0 } title && PlainText.IsLine(title, EngagementRequest.LongestTitle) : request.Title is null)
                ? Refusals.Invalid("title", $"What would be presented has a title of at most {EngagementRequest.LongestTitle} characters; nothing else has.")
            : null;

    private async Task<Engagement?> MadeAsync(Reader reader, string? key, CancellationToken cancellationToken) =>
        key is null ? null : await db.Engagements.FirstOrDefaultAsync(made => made.AskedBy == reader.Id && made.IdempotencyKey == key, cancellationToken);

    private Engagement Add(KnownEntry entry, EngagementRequest request, string? key, Reader reader, DateTimeOffset now)
    {
        var thread = MessageThread.OpenWith(entry.Owner, reader.Id, now);
        var engagement = Engagement.About(entry, thread.Id, request.Kind!, request.Title?.Trim(), reader.Id, key, now);
        db.Threads.Add(thread);
        db.Messages.Add(thread.Write(reader.Id, request.Message!.Trim(), null, now));
        db.Engagements.Add(engagement);
        db.Publish(new EngagementOpened(thread.Id, engagement.Kind, engagement.EntryTitle) { Owner = entry.Owner });
        return engagement;
    }

    private async Task<ProblemHttpResult?> ObstacleAsync(
        KnownEntry entry, string kind, Reader reader, DateTimeOffset now, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!await db.MayWriteAsync(reader, now, cancellationToken))
        {
            return Refusals.NoMember();
        }

        if (entry.Owner is { } owner ? owner == reader.Entity : reader.IsStaff)
        {
            return Refusals.Conflict("You answer for this entry yourself.");
        }

        if (await db.Engagements.AnyAsync(
            made => made.AskedBy == reader.Id && made.EntryId == entry.Id && made.Kind == kind && made.State != Engagement.Closed, cancellationToken))
        {
            return Refusals.Conflict("You have opened this already, and it is not closed.");
        }

        var asked = await db.Engagements.Where(made => made.AskedBy == reader.Id && made.AskedAt > now - Day)
            .OrderByDescending(made => made.AskedAt).Select(made => made.AskedAt).Take(options.Value.EngagementsPerDay).ToListAsync(cancellationToken);
        return asked.Count < options.Value.EngagementsPerDay ? null
            : Refusals.TooMany(response, asked[^1] + Day - now, $"You can write about {options.Value.EngagementsPerDay} entries a day.");
    }
}
