using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PfP.Catalogue.Clearance;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Files;
using PfP.Catalogue.Submissions;
using PfP.Catalogue.Trust;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Data;

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>, IEntityTypeConfiguration<SubmissionStepRecord>, IEntityTypeConfiguration<SubmittedFile>, IEntityTypeConfiguration<ClearanceLink>,
    IEntityTypeConfiguration<TrustedOwner>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("submissions");
        builder.Property(submission => submission.Form).HasJson();
        builder.Property(submission => submission.Base!).HasJson();
        // Two writers of one submission: the second is told, and sees both.
        builder.Property(submission => submission.Version).IsConcurrencyToken();
        builder.HasMany(submission => submission.Steps).WithOne().HasForeignKey(step => step.SubmissionId);
        builder.HasOne<Entry>().WithMany().HasForeignKey(submission => submission.EntryId);
    }

    public void Configure(EntityTypeBuilder<ClearanceLink> builder)
    {
        builder.ToTable("clearance_links");
        builder.HasKey(link => link.SubmissionId);
        builder.HasOne<Submission>().WithOne().HasForeignKey<ClearanceLink>(link => link.SubmissionId);
    }

    public void Configure(EntityTypeBuilder<TrustedOwner> builder) => builder.ToTable("trusted_owners");

    public void Configure(EntityTypeBuilder<SubmittedFile> builder)
    {
        builder.ToTable("files");
        builder.HasOne<Submission>().WithMany().HasForeignKey(file => file.SubmissionId);
    }

    public void Configure(EntityTypeBuilder<SubmissionStepRecord> builder)
    {
        builder.ToTable("submission_steps");
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Comments).HasJson();
    }
}
