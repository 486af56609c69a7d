using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Owners;

/// <summary>Begins a correction of a published entry, or leads to the one that is under way. It is reviewed as a new entry is.</summary>
internal static class CorrectEntry
{
    public const string OneIndex = "submissions_one_correction";

    public static Func<string, Contributor, CatalogueDbContext, TimeProvider, HttpResponse, CancellationToken, Task<Results<Ok<SubmissionResponse>, NotFound>>> For(string kind) =>
        (slug, contributor, db, clock, response, cancellationToken) => HandleAsync(kind, slug, contributor, db, clock, response, cancellationToken);

    private static async Task<Results<Ok<SubmissionResponse>, NotFound>> HandleAsync(
        string kind, string slug, Contributor contributor, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var entry = await db.EntriesOf(contributor.Entity, kind).AsNoTracking().FirstOrDefaultAsync(entry => entry.Slug == slug, cancellationToken);
        if (entry is null || !contributor.Owns(entry))
        {
            return TypedResults.NotFound();
        }

        return TypedResults.Ok(await BeginAsync(entry, contributor.Entity!, contributor, db, clock, response, cancellationToken));
    }

    /// <summary>The secretariat corrects those for which nobody else answers.</summary>
    public static Func<string, Contributor, CatalogueDbContext, TimeProvider, HttpResponse, CancellationToken, Task<Results<Ok<SubmissionResponse>, NotFound>>> OfSecretariat(string kind) =>
        (slug, contributor, db, clock, response, cancellationToken) => OfSecretariatAsync(kind, slug, contributor, db, clock, response, cancellationToken);

    private static async Task<Results<Ok<SubmissionResponse>, NotFound>> OfSecretariatAsync(
        string kind, string slug, Contributor contributor, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken) =>
        await db.Entries.Public().AsNoTracking().FirstOrDefaultAsync(entry => entry.Kind == kind && entry.Slug == slug, cancellationToken) is { } entry
            ? TypedResults.Ok(await BeginAsync(entry, Submission.Secretariat, contributor, db, clock, response, cancellationToken))
            : TypedResults.NotFound();

    private static async Task<SubmissionResponse> BeginAsync(
        Entry entry, string owner, Contributor contributor, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var correction = await UnderWayAsync(db, entry, owner, cancellationToken);
        if (correction is null)
        {
            correction = Submission.Correct(owner, entry.Kind, entry.Id, await FormOfAsync(db, entry, cancellationToken), clock.GetUtcNow());
            db.Submissions.Add(correction);
            db.Record(correction, contributor, "started", clock.GetUtcNow());
            if (!await db.TryCreateAsync(OneIndex, cancellationToken))
            {
                correction = (await UnderWayAsync(db, entry, owner, cancellationToken))!;
            }
        }

        return await db.ViewAsync(correction, response, cancellationToken);
    }

    // An entry keeps its owner, so that one under way is theirs; what is another's is not shown all the same.
    private static Task<Submission?> UnderWayAsync(CatalogueDbContext db, Entry entry, string owner, CancellationToken cancellationToken) => db
        .OpenCorrections(entry.Id).Include(submission => submission.Steps).FirstOrDefaultAsync(submission => submission.Owner == owner, cancellationToken);

    /// <summary>What the form of a correction begins with.</summary>
    public static async Task<SubmissionForm> FormOfAsync(CatalogueDbContext db, Entry entry, CancellationToken cancellationToken)
    {
        var content = await db.ContentOfAsync(entry, cancellationToken);
        var registers = await db.RegistersOfAsync([entry], cancellationToken);
        var contact = await db.Contacts.AsNoTracking().Where(contact => contact.EntryId == entry.Id).OrderBy(contact => contact.Position).FirstOrDefaultAsync(cancellationToken);
        var form = Correction.FormOf(entry.Kind, content, registers, contact);
        return entry.Kind == EntryKinds.Session ? form with { Presentations = await PresentationsAsync(db, entry, content, cancellationToken) } : form;
    }

    private static async Task<IReadOnlyList<SubmissionPresentation>> PresentationsAsync(CatalogueDbContext db, Entry session, EntryContent content, CancellationToken cancellationToken)
    {
        var programme = await SessionProgramme.OfAsync(db, session, content, cancellationToken);
        var registers = await db.RegistersOfAsync([.. programme.SelectMany(presentation => presentation.Organisations)], [], cancellationToken);
        return [.. programme.Select(presentation => TypedPresentation.FormOf(presentation, content.Language, registers))];
    }
}
