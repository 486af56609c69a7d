using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.ServiceDefaults;

namespace PfP.Calls.Replies;

/// <summary>A file of a reply, for whoever sent it and for the owner of the call; to anybody else it is not there.</summary>
internal static class GetEnclosedFile
{
    public static async Task<Results<FileDownload, NotFound>> OfMemberAsync(string slug, Guid fileId, Replier replier, CallsDbContext db, CancellationToken cancellationToken)
    {
        var sender = EnclosedFile.Of(replier.Id);
        return await DownloadAsync(db.EnclosedFiles.Where(file => file.Id == fileId && file.Sender == sender && db.Calls.Any(call => call.Id == file.CallId && call.Slug == slug)), cancellationToken);
    }

    /// <param name="token">In the query, which no trace or log holds.</param>
    public static async Task<Results<FileDownload, NotFound>> OfGuestAsync(string? token, Guid fileId, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken) =>
        await GuestLink.FindAsync(db, token, clock.GetUtcNow(), cancellationToken) is var (reply, _)
            ? await DownloadAsync(db.EnclosedFiles.Where(file => file.Id == fileId && file.ReplyId == reply.Id), cancellationToken)
            : TypedResults.NotFound();

    /// <summary>What a guest has not confirmed is not there for the owner either.</summary>
    public static async Task<Results<FileDownload, NotFound>> ReceivedAsync(
        Guid id, Guid replyId, Guid fileId, Contributor contributor, CallsDbContext db, CancellationToken cancellationToken) =>
        await contributor.CallsAsync(id, db, cancellationToken) && await ReceivedReplies.To(id, db).AnyAsync(reply => reply.Id == replyId, cancellationToken)
            ? await DownloadAsync(db.EnclosedFiles.Where(file => file.Id == fileId && file.ReplyId == replyId), cancellationToken)
            : TypedResults.NotFound();

    private static async Task<Results<FileDownload, NotFound>> DownloadAsync(IQueryable<EnclosedFile> files, CancellationToken cancellationToken) =>
        await files.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is { } file ? file.Download() : TypedResults.NotFound();
}
