using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Replies;

/// <summary>Files beside the reply that names them.</summary>
internal static class ReplyFiles
{
    public static IQueryable<EnclosedFile> SentBy(this CallsDbContext db, string? sender, Guid callId) => db.EnclosedFiles.Where(file => file.CallId == callId && file.Sender == sender);

    /// <returns>Those that the form names, with what is stored about them; null where one did not come from whoever sends the form.</returns>
    public static async Task<IReadOnlyList<SubmissionFile>?> FilesAsync(
        this CallsDbContext db, string? sender, Guid callId, IReadOnlyList<SubmissionFile> named, CancellationToken cancellationToken) =>
        named.Count == 0 ? [] : named.Among(await db.SentBy(sender, callId).AsInForms().ToListAsync(cancellationToken));

    public static Breach NotSent { get; } = new(FileUpload.Field, "A file is not one that was sent for this reply.");

    /// <summary>They belong to the reply that names them from now on; what the sender has sent beyond that is erased. In the transaction that saves the reply.</summary>
    public static async Task EncloseAsync(this CallsDbContext db, Reply reply, string? sender, CancellationToken cancellationToken)
    {
        var named = reply.Files.Select(file => file.Id).ToArray();
        await db.SentBy(sender, reply.CallId).Where(file => !named.Contains(file.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.SentBy(sender, reply.CallId).ExecuteUpdateAsync(set => set.SetProperty(file => file.ReplyId, reply.Id), cancellationToken);
    }
}
