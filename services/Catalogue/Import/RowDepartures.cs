using PfP.Catalogue.Contacts;
using PfP.Catalogue.Countries;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;

namespace PfP.Catalogue.Import;

/// <summary>Rows by which an entry leaves the catalogue, or is no longer kept up.</summary>
internal sealed class RowDepartures(CatalogueDbContext db, EntryPublication publication, ContactChanges contacts, TimeProvider clock)
{
    public const string Actor = "import";

    public RowReport Withdraw(InputRow input, ImportRow row, ImportBatch batch)
    {
        if (string.IsNullOrWhiteSpace(row.Reason))
        {
            return RowReport.Rejected(input, "reason: a withdrawal says why.");
        }

        switch (batch.EntryOf(input.Key), batch.ProfileOf(input.Key))
        {
            case ({ State: EntryState.Withdrawn or EntryState.Merged }, _) or (_, { WithdrawnAt: not null }):
                return RowReport.Done(input, RowOutcome.Unchanged, batch);
            case ({ } entry, _):
                publication.Withdraw(entry, batch.ContentOf(entry), row.Reason, Actor);
                return RowReport.Done(input, RowOutcome.Withdrawn, batch);
            case (_, { } profile):
                ProfilePublication.Withdraw(db, profile, row.Reason, clock.GetUtcNow(), Actor);
                return RowReport.Done(input, RowOutcome.Withdrawn, batch);
            default:
                return Unknown(input);
        }
    }

    public RowReport Archive(InputRow input, ImportRow row, ImportBatch batch)
    {
        if (batch.EntryOf(input.Key) is not { } entry)
        {
            return Unknown(input);
        }

        if (entry.State != EntryState.Published)
        {
            return entry.State == EntryState.Archived ? RowReport.Done(input, RowOutcome.Unchanged, batch) : RowReport.Rejected(input, $"It is {EntryStates.Name(entry.State)}.");
        }

        publication.Archive(entry, batch.ContentOf(entry), batch.Registers, Actor, row.Reason);
        return RowReport.Done(input, RowOutcome.Updated, batch);
    }

    public async Task<RowReport> MergeAsync(InputRow input, ImportRow row, ImportBatch batch, CancellationToken cancellationToken)
    {
        if (batch.EntryOf(input.Key) is not { } entry)
        {
            return Unknown(input);
        }

        if (row.Into is null || batch.EntryOf(row.Into) is not { IsPublic: true } target || target.Id == entry.Id || target.Kind != entry.Kind)
        {
            return RowReport.Rejected(input, $"into: '{row.Into}' is not another public {entry.Kind}.");
        }

        await publication.MergeAsync(entry, batch.ContentOf(entry), target, row.Reason ?? EntryPublication.SameWork, Actor, cancellationToken);
        // Its address leads elsewhere for good: nobody could read them, or take them back.
        contacts.Replace(entry, [], Actor);
        return RowReport.Done(input, RowOutcome.Withdrawn, batch);
    }

    private static RowReport Unknown(InputRow input) => RowReport.Rejected(input, $"key: no entry has the key {input.Key}.");
}
