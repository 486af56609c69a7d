using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Countries;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Organisations;

namespace PfP.Catalogue.Import;

/// <summary>What a few rows are about, read before they are applied; kept up to date while they are.</summary>
internal sealed class ImportBatch(CatalogueDbContext db)
{
    private readonly Dictionary<string, ImportedRow> imported = [];
    private readonly Dictionary<string, Guid> targets = [];
    private readonly Dictionary<Guid, Entry> entries = [];
    private readonly Dictionary<Guid, EntryContent> contents = [];
    private readonly Dictionary<Guid, MigrationProfile> profiles = [];
    private readonly Dictionary<int, Summits.Summit> summits = [];
    private FreeSlugs? slugs;

    public OrganisationRegister Organisations { get; } = new(db);

    public Registers Registers => new(Organisations.BySlug, summits);

    public static async Task<ImportBatch> LoadAsync(CatalogueDbContext db, IReadOnlyList<InputRow> rows, CancellationToken cancellationToken)
    {
        var batch = new ImportBatch(db);
        await batch.LoadTargetsAsync(rows, cancellationToken);
        await batch.LoadRegistersAsync(rows, cancellationToken);
        await batch.LoadSlugsAsync(rows, cancellationToken);
        return batch;
    }

    public bool HasSummit(int number) => summits.ContainsKey(number);

    public Entry? EntryOf(string key) => targets.TryGetValue(key, out var id) ? entries.GetValueOrDefault(id) : null;

    public EntryContent ContentOf(Entry entry) => contents[entry.Id];

    public MigrationProfile? ProfileOf(string key) => targets.TryGetValue(key, out var id) ? profiles.GetValueOrDefault(id) : null;

    public ImportedRow Imported(string key)
    {
        if (!imported.TryGetValue(key, out var row))
        {
            imported[key] = row = new ImportedRow(key);
        }

        return row;
    }

    public void Remember(ImportedRow row)
    {
        if (db.Entry(row).State == EntityState.Detached)
        {
            db.ImportedRows.Add(row);
        }
    }

    public void Add(Entry entry, IEnumerable<string> keys)
    {
        db.Entries.Add(entry);
        entries[entry.Id] = entry;
        LeadTo(entry.Id, keys);
    }

    public void Add(MigrationProfile profile, IEnumerable<string> keys)
    {
        db.MigrationProfiles.Add(profile);
        profiles[profile.Id] = profile;
        LeadTo(profile.Id, keys);
    }

    public void Changed(Entry entry, EntryContent content) => contents[entry.Id] = content;

    /// <summary>A free address for a new entry.</summary>
    public string TakeSlug(string kind, string title, Guid id) => slugs!.Take(kind, title, id);

    private void LeadTo(Guid target, IEnumerable<string> keys)
    {
        foreach (var key in keys.Where(key => targets.TryAdd(key, target)))
        {
            db.Keys.Add(new EntryKey(key, target));
        }
    }

    private async Task LoadTargetsAsync(IReadOnlyList<InputRow> rows, CancellationToken cancellationToken)
    {
        var keys = rows.SelectMany(row => row.Keys).Concat(rows.Select(row => row.Row?.Into).OfType<string>()).Distinct().ToArray();
        foreach (var row in await db.ImportedRows.Where(row => keys.Contains(row.Key)).ToListAsync(cancellationToken))
        {
            imported[row.Key] = row;
        }

        foreach (var key in await db.Keys.AsNoTracking().Where(key => keys.Contains(key.Key)).ToListAsync(cancellationToken))
        {
            targets[key.Key] = key.TargetId;
        }

        var ids = targets.Values.Distinct().ToArray();
        foreach (var entry in await db.Entries.Include(entry => entry.References).Where(entry => ids.Contains(entry.Id)).ToListAsync(cancellationToken))
        {
            entries[entry.Id] = entry;
        }

        await db.Contacts.Where(contact => ids.Contains(contact.EntryId)).LoadAsync(cancellationToken);
        foreach (var profile in await db.MigrationProfiles.Where(profile => ids.Contains(profile.Id)).ToListAsync(cancellationToken))
        {
            profiles[profile.Id] = profile;
        }

        foreach (var revision in await CurrentRevisionsAsync(ids, cancellationToken))
        {
            contents[revision.EntryId] = revision.Content;
        }
    }

    private Task<List<EntryRevision>> CurrentRevisionsAsync(Guid[] ids, CancellationToken cancellationToken) => (
        from entry in db.Entries
        where ids.Contains(entry.Id)
        join revision in db.Revisions on new { EntryId = entry.Id, entry.Version } equals new { revision.EntryId, revision.Version }
        select revision).AsNoTracking().ToListAsync(cancellationToken);

    private async Task LoadRegistersAsync(IReadOnlyList<InputRow> rows, CancellationToken cancellationToken)
    {
        var named = rows.SelectMany(row => row.Row is { } read ? RowOrganisations.Of(read) : []).Select(organisation => organisation.Name);
        await Organisations.LoadAsync(named, contents.Values.SelectMany(content => content.Organisations.Select(organisation => organisation.Slug)), cancellationToken);
        foreach (var summit in await db.Summits.AsNoTracking().ToListAsync(cancellationToken))
        {
            summits[summit.Number] = summit;
        }
    }

    private async Task LoadSlugsAsync(IReadOnlyList<InputRow> rows, CancellationToken cancellationToken) =>
        slugs = await FreeSlugs.LoadAsync(db, rows.Where(row => EntryOf(row.Key) is null).Select(row => row.Row?.Title).OfType<string>(), cancellationToken);
}

/// <summary>Every organisation that a row names.</summary>
internal static class RowOrganisations
{
    public static IEnumerable<RowOrganisation> Of(ImportRow row) =>
    [
        .. row.Organisations ?? [],
        .. (row.Sessions ?? []).SelectMany(session => session.Organisations ?? []),
        .. row.OwnerOrganisation is { Length: > 0 } owner ? [new RowOrganisation(owner)] : Array.Empty<RowOrganisation>(),
    ];
}
