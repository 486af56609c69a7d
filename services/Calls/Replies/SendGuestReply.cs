using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Replies;

/// <summary>Somebody without an account replies. Whoever sends it learns nothing of the address: the answer is the same whatever is known of it.</summary>
internal static class SendGuestReply
{
    private const string KeyIndex = "call_replies_key";

    /// <summary>An address that confirms nothing gets no more mails than that in the time it has for it: it may be somebody else's.</summary>
    private const int MostUnconfirmed = 3;

    public static async Task<Results<Accepted, ValidationProblem, NotFound, ProblemHttpResult>> HandleAsync(
        string slug, GuestReplyForm form, IdempotencyKey key, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (ReplyRules.Check(form) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        if (await db.CallAsync(slug, cancellationToken) is not { } call)
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        if (call.NoReplies(now) is { } refusal)
        {
            return refusal;
        }

        if (!call.Content.AdmitsGuests)
        {
            return ReplyRules.MembersOnly();
        }

        var sender = key.Value is { } attempt ? EnclosedFile.Of(attempt) : null;
        if (await db.FilesAsync(sender, call.Id, form.Files, cancellationToken) is not { } files)
        {
            return Breach.Answer([ReplyFiles.NotSent]);
        }

        var reply = Reply.OfGuest(call, form with { Files = files }, key.Value, now);
        if (!await IsKnownAsync(db, reply, cancellationToken))
        {
            await KeepAsync(db, reply, sender, now, cancellationToken);
        }

        return TypedResults.Accepted((string?)null);
    }

    private static async Task<bool> IsKnownAsync(CallsDbContext db, Reply reply, CancellationToken cancellationToken)
    {
        var since = reply.SentAt - Reply.ToConfirm;
        return (reply.IdempotencyKey is { } key && await db.Replies.AnyAsync(made => made.CallId == reply.CallId && made.IdempotencyKey == key, cancellationToken))
            || await db.Replies.CountAsync(made => made.Email == reply.Email && made.ConfirmedAt == null && made.SentAt > since, cancellationToken) >= MostUnconfirmed;
    }

    private static async Task KeepAsync(CallsDbContext db, Reply reply, string? sender, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Replies.Add(reply);
        db.Record(reply, reply.Actor, "replied", now);
        // Where another request with the key was faster, that one made it.
        if (await db.TryCreateAsync(KeyIndex, cancellationToken))
        {
            await db.EncloseAsync(reply, sender, cancellationToken);
            await db.PlanMailAsync<GuestReplySent>(reply.Id, reply.Id, cancellationToken: cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
