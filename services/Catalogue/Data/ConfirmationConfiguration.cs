using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PfP.Catalogue.Confirmations;
using PfP.Catalogue.Submissions;

namespace PfP.Catalogue.Data;

internal sealed class ConfirmationConfiguration : IEntityTypeConfiguration<Confirmation>, IEntityTypeConfiguration<ConfirmationLink>
{
    public void Configure(EntityTypeBuilder<Confirmation> builder)
    {
        builder.ToTable("confirmations");
        builder.HasOne<Submission>().WithMany().HasForeignKey(confirmation => confirmation.SubmissionId);
    }

    public void Configure(EntityTypeBuilder<ConfirmationLink> builder)
    {
        builder.ToTable("confirmation_links");
        builder.HasKey(link => link.Hash);
        builder.HasOne<Confirmation>().WithMany().HasForeignKey(link => link.ConfirmationId);
    }
}
