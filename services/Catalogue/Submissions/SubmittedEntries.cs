using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Chains;
using PfP.Catalogue.Contacts;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Organisations;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Submissions;

/// <summary>Makes entries of submissions, with their revision, event and contact.</summary>
/// <param name="db">The caller saves.</param>
internal sealed class SubmittedEntries(CatalogueDbContext db, EntryPublication publication, ContactChanges contacts)
{
    public async Task<Entry?> EnterAsync(Submission submission, string actor, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var written = new SubmissionContent(submission.Kind, submission.Form);
        var organisations = new OrganisationRegister(db);
        await organisations.LoadAsync(written.OrganisationNames, [], cancellationToken);
        var built = written.Build(SlugIn(organisations));
        var content = SubmissionContent.Verified(submission.Kind, built with { DateAdded = DateOnly.FromDateTime(at.UtcDateTime) }, at);
        var entry = Entry.Create(submission.Kind, archival: false);
        entry.BelongTo(EntityKeys.Country(submission.Owner), await OwningOrganisationAsync(submission, cancellationToken));
        organisations.Keep();
        db.Entries.Add(entry);
        var title = content.Texts[content.Language].Title;
        var slugs = await FreeSlugs.LoadAsync(db, [title], cancellationToken);
        var registers = await db.RegistersOfAsync([], [.. content.Summits], cancellationToken) with { Organisations = organisations.BySlug };
        publication.Publish(entry, content, null, slugs.Take(entry.Kind, title, entry.Id), registers, actor);
        contacts.Replace(entry, written.Contacts, actor);
        LinkToOrigin(entry, submission, actor, at);
        return entry;
    }

    // It is a statement of whose entry it is, as they could make it afterwards.
    private void LinkToOrigin(Entry entry, Submission submission, string actor, DateTimeOffset at)
    {
        if (ChainEnds.KeyOf(submission.Form.ComesFrom) is { } origin)
        {
            var link = ChainLink.Of(origin, ChainRelations.LedTo, EntryKey.OfAddress(entry.Kind, entry.Slug!), submission.Owner, at);
            db.ChainLinks.Add(link);
            db.Audit.Add(link.Record(actor, "linked", at));
        }
    }

    /// <returns>Null where the entry is not public any more.</returns>
    public async Task<Entry?> CorrectAsync(Submission submission, string actor, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var entry = await db.Entries.Include(entry => entry.References).SingleAsync(entry => entry.Id == submission.EntryId, cancellationToken);
        if (!entry.IsPublic)
        {
            return null;
        }

        var current = await db.ContentOfAsync(entry, cancellationToken);
        var (before, after) = (new SubmissionContent(submission.Kind, submission.Base!), new SubmissionContent(submission.Kind, submission.Form));
        var organisations = new OrganisationRegister(db);
        await organisations.LoadAsync(
            before.OrganisationNames.Concat(after.OrganisationNames), current.Organisations.Select(organisation => organisation.Slug), cancellationToken);
        var content = Correction.Over(submission.Kind, current, before.Build(SlugIn(organisations)), after.Build(SlugIn(organisations)));
        organisations.Keep();
        var registers = await db.RegistersOfAsync([], [.. content.Summits], cancellationToken) with { Organisations = organisations.BySlug };
        publication.Publish(entry, SubmissionContent.Verified(submission.Kind, content, at), current, entry.Slug!, registers, actor, after.Note);
        await CorrectContactAsync(entry, before, after, actor, cancellationToken);
        return entry;
    }

    /// <summary>Nothing but the addition is new: it does not say that the rest is still right.</summary>
    /// <returns>Null where the practice is not public any more.</returns>
    public async Task<Entry?> AddAsync(Submission submission, string actor, CancellationToken cancellationToken)
    {
        var entry = await db.Entries.Include(entry => entry.References).SingleAsync(entry => entry.Id == submission.EntryId, cancellationToken);
        if (!entry.IsPublic)
        {
            return null;
        }

        var current = await db.ContentOfAsync(entry, cancellationToken);
        var addition = LessonContent.Build(submission.Form);
        var registers = await db.RegistersOfAsync([entry], cancellationToken);
        publication.Publish(entry, current with { Additions = [.. current.Additions, addition] }, current, entry.Slug!, registers, actor, addition.Title);
        return entry;
    }

    // A form asks for one contact; what else the entry has stays.
    private async Task CorrectContactAsync(Entry entry, SubmissionContent before, SubmissionContent after, string actor, CancellationToken cancellationToken)
    {
        if (before.Contacts.SequenceEqual(after.Contacts))
        {
            return;
        }

        var known = await db.Contacts.Where(contact => contact.EntryId == entry.Id).OrderBy(contact => contact.Position).ToListAsync(cancellationToken);
        var corrected = after.Contacts.Select(contact => contact with { Phone = before.Contacts.Count > 0 ? known.FirstOrDefault()?.Phone : null });
        var others = known.Skip(before.Contacts.Count).Select(contact => new Contact(contact.Name, contact.Email, contact.Phone));
        contacts.Replace(entry, [.. corrected, .. others], actor);
    }

    private static Func<string, string> SlugIn(OrganisationRegister organisations) => name => organisations.Enter(name, null, null).Slug;

    // The members' organisations are in Identity; one that no entry names is not in the catalogue's register.
    private async Task<string?> OwningOrganisationAsync(Submission submission, CancellationToken cancellationToken) =>
        EntityKeys.Organisation(submission.Owner) is { } slug && await db.Organisations.AnyAsync(organisation => organisation.Slug == slug, cancellationToken) ? slug : null;
}
