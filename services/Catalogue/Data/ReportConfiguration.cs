using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Reports;

namespace PfP.Catalogue.Data;

internal sealed class ReportConfiguration : IEntityTypeConfiguration<ReaderReport>
{
    public void Configure(EntityTypeBuilder<ReaderReport> builder)
    {
        builder.ToTable("reader_reports");
        builder.Property(report => report.Version).IsConcurrencyToken();
        builder.HasOne<Entry>().WithMany().HasForeignKey(report => report.EntryId);
    }
}
