using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Entries;

/// <summary>What is presented at a session: as it says itself, or, where it says nothing, as the practices and tools say that were presented there.</summary>
internal static class SessionProgramme
{
    /// <summary>With those that are public.</summary>
    public static async Task<IReadOnlyList<Presentation>> ReadAsync(CatalogueDbContext db, Entry session, EntryContent content, string language, CancellationToken cancellationToken)
    {
        var programme = content.Session?.Presentations is { } own ? await OwnAsync(db, own, cancellationToken) : await StatedAsync(db, session, cancellationToken);
        var registers = await db.RegistersOfAsync([.. programme.SelectMany(item => item.Presentation.Organisations)], [], cancellationToken);
        return [.. programme.Select((item, index) => Present(item.Entry, item.Presentation, index + 1, language, registers))];
    }

    /// <summary>As the session would say it itself.</summary>
    public static async Task<IReadOnlyList<SessionPresentation>> OfAsync(CatalogueDbContext db, Entry session, EntryContent content, CancellationToken cancellationToken) =>
        content.Session?.Presentations ?? [.. (await StatedAsync(db, session, cancellationToken)).Select(item => item.Presentation)];

    private static async Task<IReadOnlyList<(Entry Entry, SessionPresentation Presentation)>> OwnAsync(CatalogueDbContext db, IReadOnlyList<SessionPresentation> own, CancellationToken cancellationToken)
    {
        var keys = own.Select(presentation => presentation.Entry).ToArray();
        var entries = await (
            from key in db.Keys
            where keys.Contains(key.Key)
            join entry in db.Entries.AsNoTracking().Public() on key.TargetId equals entry.Id
            select new { key.Key, Entry = entry }).ToDictionaryAsync(found => found.Key, found => found.Entry, cancellationToken);
        return [.. own.Where(presentation => entries.ContainsKey(presentation.Entry)).Select(presentation => (entries[presentation.Entry], presentation))];
    }

    private static async Task<IReadOnlyList<(Entry Entry, SessionPresentation Presentation)>> StatedAsync(CatalogueDbContext db, Entry session, CancellationToken cancellationToken)
    {
        var ownKeys = await db.Keys.Where(key => key.TargetId == session.Id).Select(key => key.Key).ToListAsync(cancellationToken);
        var stated = await (
            from reference in db.References
            where reference.Relation == EntryReference.PresentedAt && ownKeys.Contains(reference.TargetKey)
            join entry in db.Entries.AsNoTracking().Public() on reference.EntryId equals entry.Id
            join revision in db.Revisions.AsNoTracking() on new { EntryId = entry.Id, entry.Version } equals new { revision.EntryId, revision.Version }
            select new { Entry = entry, revision.Content }).ToListAsync(cancellationToken);
        return
        [
            .. stated.DistinctBy(found => found.Entry.Id)
                .SelectMany(found => found.Content.Appearances.Where(appearance => appearance.Order is not null && ownKeys.Contains(appearance.Session)), (found, appearance) => (found.Entry, Appearance: appearance))
                .OrderBy(item => item.Appearance.Order)
                .Select(item => (item.Entry, Of(item.Entry, item.Appearance))),
        ];
    }

    private static SessionPresentation Of(Entry entry, Appearance appearance) =>
        new(EntryKey.OfAddress(entry.Kind, entry.Slug!), appearance.Title, appearance.Countries, appearance.Organisations) { Slides = appearance.Slides, Video = appearance.Video };

    private static Presentation Present(Entry entry, SessionPresentation presentation, int order, string language, Registers registers) => new(
        order,
        EntryResponses.Link(entry, language),
        presentation.Title ?? entry.Title,
        presentation.Countries,
        [.. presentation.Organisations.Select(slug => new OrganisationName(slug, registers.Organisations[slug].Name))])
    {
        Slides = presentation.Slides,
        Video = presentation.Video,
        Speakers = presentation.Speakers,
    };
}
