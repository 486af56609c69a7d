using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Files;

internal static class GetFile
{
    /// <summary>Anybody's, once the submission was published with it and as long as its entry is public.</summary>
    public static async Task<Results<FileDownload, NotFound>> PublicAsync(Guid id, string name, CatalogueDbContext db, CancellationToken cancellationToken) =>
        await Shown(db, id).AsNoTracking().FirstOrDefaultAsync(file => file.Name == name, cancellationToken) is { } file ? file.Download() : TypedResults.NotFound();

    /// <summary>For those who see the submission to which it was sent, also before that is published.</summary>
    public static async Task<Results<FileDownload, NotFound>> OfSubmissionAsync(
        Guid id, Guid fileId, Contributor contributor, CatalogueDbContext db, CancellationToken cancellationToken) =>
        await contributor.FindAsync(db, id, cancellationToken) is { } submission && await SentToAsync(db, submission, fileId, cancellationToken) is { } file
            ? file.Download()
            : TypedResults.NotFound();

    // A correction shows the files of the entry that it corrects, too.
    private static Task<SubmittedFile?> SentToAsync(CatalogueDbContext db, Submission submission, Guid fileId, CancellationToken cancellationToken)
    {
        var isOfBase = submission.Base?.Files.Any(file => file.Id == fileId) ?? false;
        return db.Files.AsNoTracking().FirstOrDefaultAsync(file => file.Id == fileId && (isOfBase || file.SubmissionId == submission.Id), cancellationToken);
    }

    // What was sent and then left out of the form is nobody's to see.
    private static IQueryable<SubmittedFile> Shown(CatalogueDbContext db, Guid id) => db.Files
        .FromSql($"""
            select files.* from files join submissions on submissions.id = files.submission_id
            where files.id = {id} and submissions.form -> 'files' @> jsonb_build_array(jsonb_build_object('id', {id.ToString()}))
            """)
        .Where(file => db.Submissions.Any(submission =>
            submission.Id == file.SubmissionId && submission.State == SubmissionStates.Published && submission.Review != PublicationReviews.Withdrawn
            && db.Entries.Public().Any(entry => entry.Id == submission.EntryId)));
}
