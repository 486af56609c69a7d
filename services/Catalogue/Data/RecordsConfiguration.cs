using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PfP.Catalogue.Counts;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Import;
using PfP.Catalogue.Links;
using PfP.Catalogue.Owners;

namespace PfP.Catalogue.Data;

internal sealed class RecordsConfiguration :
    IEntityTypeConfiguration<ImportedRow>,
    IEntityTypeConfiguration<ImportRun>,
    IEntityTypeConfiguration<DailyCount>,
    IEntityTypeConfiguration<AuditRecord>,
    IEntityTypeConfiguration<LinkCheck>,
    IEntityTypeConfiguration<ReviewReminded>
{
    public void Configure(EntityTypeBuilder<ImportedRow> builder)
    {
        builder.ToTable("import_rows");
        builder.HasKey(row => row.Key);
    }

    public void Configure(EntityTypeBuilder<ImportRun> builder) => builder.ToTable("import_runs");

    public void Configure(EntityTypeBuilder<DailyCount> builder)
    {
        builder.ToTable("entry_counts");
        builder.HasKey(count => new { count.Day, count.EntryId });
        builder.HasOne<Entry>().WithMany().HasForeignKey(count => count.EntryId);
    }

    public void Configure(EntityTypeBuilder<AuditRecord> builder) => builder.ToTable("audit");

    public void Configure(EntityTypeBuilder<LinkCheck> builder)
    {
        builder.ToTable("link_checks");
        builder.HasKey(check => check.Url);
    }

    public void Configure(EntityTypeBuilder<ReviewReminded> builder)
    {
        builder.ToTable("review_reminders");
        builder.HasKey(reminder => new { reminder.EntryId, reminder.DueOn });
        builder.HasOne<Entry>().WithMany().HasForeignKey(reminder => reminder.EntryId);
    }
}
