using PfP.Catalogue.Contacts;
using PfP.Catalogue.Countries;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Import;

/// <summary>Applies one row to the context, whole or not at all; the caller saves.</summary>
internal sealed class RowApplication(CatalogueDbContext db, EntryPublication publication, ContactChanges contacts, RowDepartures departures, TimeProvider clock)
{
    public async Task<RowReport> ApplyAsync(InputRow input, ImportBatch batch, string fileHash, CancellationToken cancellationToken)
    {
        if (input.Error is not null)
        {
            return RowReport.Rejected(input, input.Error);
        }

        if (string.IsNullOrWhiteSpace(input.Key))
        {
            return RowReport.Rejected(input, "key: a row needs a key of its own, so that it is known when it comes again.");
        }

        var imported = batch.Imported(input.Key);
        if (imported.Covers(input.Hash, fileHash, input.Number))
        {
            return RowReport.Done(input, RowOutcome.Unchanged, batch);
        }

        var report = await ActAsync(input, input.Row!, batch, cancellationToken);
        if (report.Outcome == RowOutcome.Rejected)
        {
            batch.Organisations.Drop();
            return report;
        }

        batch.Organisations.Keep();
        imported.Apply(input.Hash, fileHash, input.Number, clock.GetUtcNow());
        batch.Remember(imported);
        return report;
    }

    private Task<RowReport> ActAsync(InputRow input, ImportRow row, ImportBatch batch, CancellationToken cancellationToken) => row.Action switch
    {
        null or "publish" when row.Kind == EntryKinds.MigrationProfile => Task.FromResult(PublishProfile(input, row, batch)),
        null or "publish" => Task.FromResult(Publish(input, row, batch)),
        "withdraw" => Task.FromResult(departures.Withdraw(input, row, batch)),
        "archive" => Task.FromResult(departures.Archive(input, row, batch)),
        "merge" => departures.MergeAsync(input, row, batch, cancellationToken),
        _ => Task.FromResult(RowReport.Rejected(input, $"action: '{row.Action}' is not one of publish, withdraw, archive and merge.")),
    };

    private RowReport Publish(InputRow input, ImportRow row, ImportBatch batch)
    {
        var entry = batch.EntryOf(input.Key);
        if (Refusal(input, row, entry) is { } refusal)
        {
            return RowReport.Rejected(input, refusal);
        }

        var kind = entry?.Kind ?? row.Kind!;
        var current = entry is null ? null : batch.ContentOf(entry);
        var content = new RowContent(kind, row, current, named => batch.Organisations.Enter(named.Name, named.Acronym, named.Type).Slug).Build();
        if (Breaches(kind, content, row, batch) is { Length: > 0 } breaches)
        {
            return RowReport.Rejected(input, breaches);
        }

        var owner = OwnerOf(entry, row, batch);
        if (entry is { IsPublic: true } && (entry.State == EntryState.Published || row.Action is null)
            && owner == (entry.OwnerCountry, entry.OwnerOrganisation) && StoredJson.Changes(current, content).Length == 0)
        {
            return RowReport.Done(input, SetContacts(entry, row) ? RowOutcome.Updated : RowOutcome.Unchanged, batch);
        }

        var isNew = entry is null;
        entry ??= Create(kind, input, batch);
        entry.BelongTo(owner.Country, owner.Organisation);
        publication.Publish(entry, content, current, isNew ? batch.TakeSlug(kind, content.Texts[content.Language].Title, entry.Id) : "", batch.Registers, RowDepartures.Actor);
        SetContacts(entry, row);
        batch.Changed(entry, content);
        return RowReport.Done(input, isNew ? RowOutcome.Imported : RowOutcome.Updated, batch);
    }

    private static string? Refusal(InputRow input, ImportRow row, Entry? entry) => entry switch
    {
        null when !EntryAddress.Kinds.Contains(row.Kind) => $"kind: '{row.Kind}' is not one of {string.Join(", ", EntryAddress.Kinds)} and {EntryKinds.MigrationProfile}.",
        null when input.Key.Contains('/', StringComparison.Ordinal) => $"key: no entry has the address {input.Key}.",
        null => null,
        _ when row.Kind is not null && row.Kind != entry.Kind => $"kind: {input.Key} is a {entry.Kind}.",
        { State: EntryState.Withdrawn } when row.Action is null => Withdrawn(entry.WithdrawalReason!),
        _ => null,
    };

    private static string Breaches(string kind, EntryContent content, ImportRow row, ImportBatch batch) => string.Join(" ",
    [
        .. EntryRules.Check(kind, content, archival: true).Select(breach => $"{breach.Field}: {breach.Message}"),
        .. ContactRules.Check(ContactsOf(row) ?? []).Select(breach => $"{breach.Field}: {breach.Message}"),
        .. content.Summits.Where(number => !batch.HasSummit(number)).Select(number => $"summits: there is no summit {number}."),
        .. RowOrganisations.Of(row).Select(organisation => organisation.Type).OfType<string>()
            .Where(type => PfP.Vocabularies.Vocabulary.Find(PfP.Vocabularies.Vocabulary.OrganisationTypes, type) is null).Select(type => $"organisations: '{type}' is not in the vocabulary."),
        .. row is { OwnerCountry.Length: > 0, OwnerOrganisation.Length: > 0 } ? ["ownerCountry: an entry belongs to a country or to an organisation."] : Array.Empty<string>(),
        .. row.OwnerCountry is { Length: > 0 } owner && IsoCountries.Find(owner) is null ? [$"ownerCountry: '{owner}' is not an ISO 3166-1 alpha-2 code."] : Array.Empty<string>(),
    ]);

    private static Entry Create(string kind, InputRow input, ImportBatch batch)
    {
        var entry = Entry.Create(kind, archival: true);
        batch.Add(entry, input.Keys);
        return entry;
    }

    private static (string? Country, string? Organisation) OwnerOf(Entry? entry, ImportRow row, ImportBatch batch) => row switch
    {
        { OwnerCountry: null, OwnerOrganisation: null } => (entry?.OwnerCountry, entry?.OwnerOrganisation),
        { OwnerCountry.Length: > 0 } => (row.OwnerCountry.ToUpperInvariant(), null),
        { OwnerOrganisation.Length: > 0 } => (null, batch.Organisations.Enter(row.OwnerOrganisation, null, null).Slug),
        _ => (null, null),
    };

    private bool SetContacts(Entry entry, ImportRow row) => ContactsOf(row) is { } wanted && contacts.Replace(entry, wanted, RowDepartures.Actor);

    // An object of a JSON file may lack what a contact needs; the rules then say so.
    private static List<Contact>? ContactsOf(ImportRow row) =>
        row.Contact?.Select(contact => new Contact(contact.Name?.Trim() ?? "", contact.Email?.Trim() ?? "", contact.Phone?.Trim() is { Length: > 0 } phone ? phone : null)).ToList();

    private RowReport PublishProfile(InputRow input, ImportRow row, ImportBatch batch)
    {
        if (ProfileRows.Check(row) is { } problem)
        {
            return RowReport.Rejected(input, problem);
        }

        var profile = batch.ProfileOf(input.Key);
        if (profile is { WithdrawnAt: not null } && row.Action is null)
        {
            return RowReport.Rejected(input, Withdrawn(profile.WithdrawalReason!));
        }

        var isNew = profile is null;
        if (profile is null)
        {
            profile = MigrationProfile.Create(row.Country!.ToUpperInvariant(), row.Year!.Value, row.Language ?? "en");
            batch.Add(profile, input.Keys);
        }

        var changed = ProfilePublication.Publish(db, profile, row.Url!, row.Title, clock.GetUtcNow(), RowDepartures.Actor);
        return RowReport.Done(input, isNew ? RowOutcome.Imported : changed ? RowOutcome.Updated : RowOutcome.Unchanged, batch);
    }

    private static string Withdrawn(string reason) => $"It was withdrawn ({reason}); action: publish brings it back.";
}
