using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Owners;

/// <summary>Begins a correction of a published practice, or leads to the one that is under way. It is reviewed as a new practice is.</summary>
internal static class CorrectPractice
{
    private const string OneIndex = "submissions_one_correction";

    public static async Task<Results<Ok<SubmissionResponse>, NotFound>> HandleAsync(
        string slug, Contributor contributor, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var entry = await db.Practices(contributor.Entity).AsNoTracking().FirstOrDefaultAsync(entry => entry.Slug == slug, cancellationToken);
        if (entry is null || !contributor.Owns(entry))
        {
            return TypedResults.NotFound();
        }

        var correction = await UnderWayAsync(db, entry, contributor, cancellationToken);
        if (correction is null)
        {
            correction = Submission.Correct(contributor.Entity!, entry.Id, await FormOfAsync(db, entry, cancellationToken), clock.GetUtcNow());
            db.Submissions.Add(correction);
            db.Record(correction, contributor, "started", clock.GetUtcNow());
            if (!await db.TryCreateAsync(OneIndex, cancellationToken))
            {
                correction = (await UnderWayAsync(db, entry, contributor, cancellationToken))!;
            }
        }

        return TypedResults.Ok(await db.ViewAsync(correction, response, cancellationToken));
    }

    // A practice keeps its owner, so that one under way is theirs; what is another's is not shown all the same.
    private static Task<Submission?> UnderWayAsync(CatalogueDbContext db, Entry entry, Contributor contributor, CancellationToken cancellationToken) => db
        .OpenCorrections(entry.Id).Include(submission => submission.Steps).FirstOrDefaultAsync(submission => submission.Owner == contributor.Entity, cancellationToken);

    private static async Task<SubmissionForm> FormOfAsync(CatalogueDbContext db, Entry entry, CancellationToken cancellationToken)
    {
        var content = await db.ContentOfAsync(entry, cancellationToken);
        var registers = await db.RegistersOfAsync([entry], cancellationToken);
        var contact = await db.Contacts.AsNoTracking().Where(contact => contact.EntryId == entry.Id).OrderBy(contact => contact.Position).FirstOrDefaultAsync(cancellationToken);
        return Correction.FormOf(content, registers, contact);
    }
}
