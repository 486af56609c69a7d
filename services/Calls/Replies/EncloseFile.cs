using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Replies;

/// <summary>Takes a file for a reply that is being written. The same content sent again is the same file.</summary>
internal static class EncloseFile
{
    /// <summary>More than a reply names, so that one may take the place of another.</summary>
    private const int MostSent = 2 * ReplyForm.MostFiles;

    /// <summary>Of all guests together, before they have confirmed who they are.</summary>
    private const int MostUnconfirmed = 200;

    private const string ContentIndex = "call_reply_files_content";

    public static async Task<Results<Ok<SubmissionFile>, NotFound, ValidationProblem, ProblemHttpResult>> OfMemberAsync(
        string slug, string name, HttpRequest request, Replier replier, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken) =>
        await TakeAsync(await db.CallAsync(slug, cancellationToken), name, EnclosedFile.Of(replier.Id), request.Body, db, clock.GetUtcNow(), cancellationToken);

    /// <param name="key">The one with which the reply will be sent.</param>
    public static async Task<Results<Ok<SubmissionFile>, NotFound, ValidationProblem, ProblemHttpResult>> OfGuestAsync(
        string slug, string name, HttpRequest request, IdempotencyKey key, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (key.Value is not { } attempt)
        {
            return Breach.Answer([new Breach("Idempotency-Key", "It is required.")]);
        }

        var call = await db.CallAsync(slug, cancellationToken);
        if (call is { Content.AdmitsGuests: false })
        {
            return ReplyRules.MembersOnly();
        }

        var unconfirmed = await db.EnclosedFiles.CountAsync(
            file => file.Sender.StartsWith(EnclosedFile.GuestPrefix) && !db.Replies.Any(reply => reply.Id == file.ReplyId && reply.ConfirmedAt != null), cancellationToken);
        return unconfirmed >= MostUnconfirmed
            ? Breach.Answer([new Breach(FileUpload.Field, "No more of them are taken at the moment.")])
            : await TakeAsync(call, name, EnclosedFile.Of(attempt), request.Body, db, clock.GetUtcNow(), cancellationToken);
    }

    private static async Task<Results<Ok<SubmissionFile>, NotFound, ValidationProblem, ProblemHttpResult>> TakeAsync(
        Call? call, string name, string sender, Stream body, CallsDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (call is null)
        {
            return TypedResults.NotFound();
        }

        if (call.NoReplies(now) is { } refusal)
        {
            return refusal;
        }

        var (kept, breach) = await db.KeepAsync(
            name, body, upload => new EnclosedFile(call.Id, sender, upload, now), db.SentBy(sender, call.Id), MostSent, ContentIndex, null, cancellationToken);
        return kept is null ? Breach.Answer([breach!]) : TypedResults.Ok(kept);
    }
}
