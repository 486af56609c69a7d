using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.Identity.Members.Engagements;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Threads;

internal static class PostMessage
{
    private const int Longest = 5000;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static async Task<Results<Created<MessageResponse>, ValidationProblem, NotFound, ProblemHttpResult>> HandleAsync(
        Guid id, MessageRequest request, IdempotencyKey key, Reader reader, IdentityDbContext db, IOptions<MembersOptions> options, TimeProvider clock,
        HttpResponse response, CancellationToken cancellationToken)
    {
        if (request.Text?.Trim() is not { Length: > 0 } text || !PlainText.IsParagraphs(text, Longest))
        {
            return Refusals.Invalid("text", $"A message of at most {Longest} characters is needed.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeTurnAsync(cancellationToken, reader.Id);
        // Locked, so that messages are numbered one after the other.
        var now = clock.GetUtcNow();
        if (await db.LockThreadAsync(id, reader, now, cancellationToken) is not { } thread)
        {
            return TypedResults.NotFound();
        }

        var message = key.Value is null ? null : await db.Messages.FirstOrDefaultAsync(
            made => made.ThreadId == id && made.AuthorId == reader.Id && made.IdempotencyKey == key.Value, cancellationToken);
        if (message is null)
        {
            if (await ObstacleAsync(reader, db, options.Value, now, response, cancellationToken) is { } obstacle)
            {
                return obstacle;
            }

            message = thread.Write(reader.Id, text, key.Value, now);
            db.Messages.Add(message);
            await db.AnswerEngagementAsync(id, reader, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return TypedResults.Created($"/api/members/threads/{id}", ThreadViews.Of(message, reader, await db.NamesAsync([reader.Id], cancellationToken)));
    }

    private static async Task<ProblemHttpResult?> ObstacleAsync(
        Reader reader, IdentityDbContext db, MembersOptions options, DateTimeOffset now, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!await db.MayWriteAsync(reader, now, cancellationToken))
        {
            return Refusals.NoMember();
        }

        var sent = await db.Messages.Where(message => message.AuthorId == reader.Id && message.SentAt > now - Hour)
            .OrderByDescending(message => message.SentAt).Select(message => message.SentAt).Take(options.MessagesPerHour).ToListAsync(cancellationToken);
        return sent.Count < options.MessagesPerHour ? null : Refusals.TooMany(response, sent[^1] + Hour - now, $"You can write {options.MessagesPerHour} messages an hour.");
    }
}
