using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.Calls.Submissions;
using PfP.ServiceDefaults;

namespace PfP.Calls.Files;

internal static class GetCallFile
{
    /// <summary>Anybody's, once the call is public with it. What was sent and then left out of the form is nobody's to see.</summary>
    public static async Task<Results<FileDownload, NotFound>> PublicAsync(Guid id, string name, CallsDbContext db, CancellationToken cancellationToken) =>
        await db.Files.FromSql(
            $"""
            select call_files.* from call_files join calls on calls.id = call_files.call_id
            where call_files.id = {id} and calls.slug is not null and calls.content -> 'files' @> jsonb_build_array(jsonb_build_object('id', {id.ToString()}))
            """).AsNoTracking().FirstOrDefaultAsync(file => file.Name == name, cancellationToken) is { } file
            ? file.Download()
            : TypedResults.NotFound();

    /// <summary>For those who see the call on its way in, also before it is public.</summary>
    public static async Task<Results<FileDownload, NotFound>> OfSubmissionAsync(
        Guid id, Guid fileId, Contributor contributor, CallsDbContext db, CancellationToken cancellationToken) =>
        await contributor.FindAsync(db, id, cancellationToken) is { } call
        && await db.Files.AsNoTracking().FirstOrDefaultAsync(file => file.Id == fileId && file.CallId == call.Id, cancellationToken) is { } file
            ? file.Download()
            : TypedResults.NotFound();
}
