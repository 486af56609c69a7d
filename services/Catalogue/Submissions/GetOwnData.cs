using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

/// <summary>All in which <see cref="ForgetSubmitter"/> makes somebody unknown. The texts belong to their country or organisation.</summary>
internal static class GetOwnData
{
    public static async Task<Ok<object>> HandleAsync(Contributor member, CatalogueDbContext db, CancellationToken cancellationToken) => TypedResults.Ok<object>(new
    {
        SentSubmissions = (await db.Submissions.AsNoTracking().Where(submission => submission.SubmittedBy == member.Id).OrderBy(submission => submission.Id).ToListAsync(cancellationToken))
            .Select(submission => new { submission.Id, submission.Owner, submission.Kind, submission.Form.Title, submission.State, submission.SubmittedAt }),
        Acts = await db.Audit.Where(record => record.Actor == member.Actor).OrderBy(record => record.Id)
            .Select(record => new { record.At, record.Action, record.SubjectKind, record.SubjectId, record.Fields }).ToListAsync(cancellationToken),
    });
}
