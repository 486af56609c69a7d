using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Announcements;
using PfP.Catalogue.Chains;
using PfP.Catalogue.Clearance;
using PfP.Catalogue.Confirmations;
using PfP.Catalogue.Contacts;
using PfP.Catalogue.Counts;
using PfP.Catalogue.Countries;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Files;
using PfP.Catalogue.Groups;
using PfP.Catalogue.Import;
using PfP.Catalogue.Links;
using PfP.Catalogue.Organisations;
using PfP.Catalogue.Owners;
using PfP.Catalogue.Submissions;
using PfP.Catalogue.Summits;
using PfP.Catalogue.Trust;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Reports;

namespace PfP.Catalogue.Data;

internal sealed class CatalogueDbContext(DbContextOptions<CatalogueDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<EntryRevision> Revisions => Set<EntryRevision>();

    public DbSet<EntryKey> Keys => Set<EntryKey>();

    public DbSet<EntryReference> References => Set<EntryReference>();

    public DbSet<EntryContact> Contacts => Set<EntryContact>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<OrganisationSpelling> OrganisationSpellings => Set<OrganisationSpelling>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<TrustedOwner> TrustedOwners => Set<TrustedOwner>();

    public DbSet<ClearanceLink> ClearanceLinks => Set<ClearanceLink>();

    public DbSet<Confirmation> Confirmations => Set<Confirmation>();

    public DbSet<ConfirmationLink> ConfirmationLinks => Set<ConfirmationLink>();

    public DbSet<SubmittedFile> Files => Set<SubmittedFile>();

    public DbSet<ReaderReport> ReaderReports => Set<ReaderReport>();

    public DbSet<Summit> Summits => Set<Summit>();

    public DbSet<LinkCheck> LinkChecks => Set<LinkCheck>();

    public DbSet<MigrationProfile> MigrationProfiles => Set<MigrationProfile>();

    public DbSet<ProfileFile> ProfileFiles => Set<ProfileFile>();

    public DbSet<WorkingGroup> WorkingGroups => Set<WorkingGroup>();

    public DbSet<GroupFile> GroupFiles => Set<GroupFile>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<ImportedRow> ImportedRows => Set<ImportedRow>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<ReviewReminded> ReviewReminders => Set<ReviewReminded>();

    public DbSet<DailyCount> Counts => Set<DailyCount>();

    public DbSet<ChainLink> ChainLinks => Set<ChainLink>();

    public DbSet<KnownCall> KnownCalls => Set<KnownCall>();

    public DbSet<AuditRecord> Audit => Set<AuditRecord>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        ReaderReport.Map<Entry>(modelBuilder, "entry_id");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CatalogueDbContext).Assembly);
    }
}
