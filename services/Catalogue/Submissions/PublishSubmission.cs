using Microsoft.EntityFrameworkCore;
using Npgsql;
using PfP.Catalogue.Contacts;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Organisations;
using PfP.Contracts.Catalogue;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Submissions;

/// <summary>The secretariat publishes it: the practice, its event, its contact and the end of the submission in one transaction.</summary>
internal sealed class PublishSubmission(CatalogueDbContext db, SubmissionTurn turn, EntryPublication publication, ContactChanges contacts)
{
    private const int Attempts = 3;

    public static Task<ChangeResult> HandleAsync(Guid id, IfMatch match, Contributor contributor, PublishSubmission publish, CancellationToken cancellationToken) =>
        publish.TryAsync(id, match, contributor, cancellationToken);

    private async Task<ChangeResult> TryAsync(Guid id, IfMatch match, Contributor contributor, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await PublishAsync(id, match, contributor, cancellationToken);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                // Something else took the address, or entered the organisation, at the same moment: both are looked up anew.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<ChangeResult> PublishAsync(Guid id, IfMatch match, Contributor contributor, CancellationToken cancellationToken)
    {
        var (submission, obstacle) = await turn.TakeAsync(Turn.Decide, id, match, contributor, cancellationToken);
        if (submission is null)
        {
            return obstacle!;
        }

        var written = new SubmissionContent(submission.Form);
        if (written.Wrong() is { Count: > 0 } wrong)
        {
            return Refusals.Invalid(wrong);
        }

        var organisations = new OrganisationRegister(db);
        await organisations.LoadAsync(written.OrganisationNames, [], cancellationToken);
        var content = written.Build(name => organisations.Enter(name, null, null).Slug, turn.Now);
        var entry = Entry.Create(EntryKinds.Practice, archival: false);
        entry.BelongTo(EntityKeys.Country(submission.Owner), await OwningOrganisationAsync(submission, cancellationToken));
        organisations.Keep();
        db.Entries.Add(entry);
        var slugs = await FreeSlugs.LoadAsync(db, [content.Texts[content.Language].Title], cancellationToken);
        publication.Publish(
            entry,
            content,
            null,
            slugs.Take(entry.Kind, content.Texts[content.Language].Title, entry.Id),
            new Registers(organisations.BySlug, new Dictionary<int, Summits.Summit>()),
            contributor.Actor);
        contacts.Replace(entry, written.Contacts, contributor.Actor);
        submission.Publish(entry.Id, turn.Now);
        return await turn.DoneAsync(submission, contributor, "published", [], cancellationToken);
    }

    // The members' organisations are in Identity; one that no entry names is not in the catalogue's register.
    private async Task<string?> OwningOrganisationAsync(Submission submission, CancellationToken cancellationToken) =>
        EntityKeys.Organisation(submission.Owner) is { } slug && await db.Organisations.AnyAsync(organisation => organisation.Slug == slug, cancellationToken) ? slug : null;
}
