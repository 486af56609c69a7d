using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PfP.Identity.Members.Abuse;
using PfP.Identity.Members.Engagements;
using PfP.Identity.Members.Introductions;
using PfP.Identity.Members.Threads;

namespace PfP.Identity.Data;

internal sealed class CorrespondenceConfiguration :
    IEntityTypeConfiguration<Introduction>,
    IEntityTypeConfiguration<MessageThread>,
    IEntityTypeConfiguration<Party>,
    IEntityTypeConfiguration<Message>,
    IEntityTypeConfiguration<Engagement>,
    IEntityTypeConfiguration<ReadMark>,
    IEntityTypeConfiguration<ContactShare>,
    IEntityTypeConfiguration<AbuseReport>
{
    private const string Schema = "members";

    public void Configure(EntityTypeBuilder<Introduction> builder)
    {
        builder.ToTable("introductions", Schema);
        builder.Property(introduction => introduction.Id).ValueGeneratedNever();
        // An answer and a withdrawal at once: the second one's SaveChanges fails.
        builder.Property(introduction => introduction.Version).IsConcurrencyToken();
        builder.HasOne<MessageThread>().WithMany().HasForeignKey(introduction => introduction.ThreadId);
    }

    public void Configure(EntityTypeBuilder<MessageThread> builder)
    {
        builder.ToTable("threads", Schema);
        builder.Property(thread => thread.Id).ValueGeneratedNever();
        builder.HasMany(thread => thread.Parties).WithOne().HasForeignKey(party => party.ThreadId);
    }

    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.ToTable("thread_parties", Schema);
        builder.Property(party => party.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages", Schema);
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.HasOne<MessageThread>().WithMany().HasForeignKey(message => message.ThreadId);
    }

    public void Configure(EntityTypeBuilder<Engagement> builder)
    {
        builder.ToTable("engagements", Schema).HasKey(engagement => engagement.ThreadId);
        builder.Property(engagement => engagement.ThreadId).ValueGeneratedNever();
        builder.HasOne<MessageThread>().WithOne().HasForeignKey<Engagement>(engagement => engagement.ThreadId);
        builder.Property(engagement => engagement.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<AbuseReport> builder)
    {
        builder.ToTable("abuse_reports", Schema);
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Property(report => report.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ReadMark> builder)
    {
        builder.ToTable("read_marks", Schema);
        builder.HasKey(mark => new { mark.ThreadId, mark.MemberId });
    }

    public void Configure(EntityTypeBuilder<ContactShare> builder)
    {
        builder.ToTable("shared_contacts", Schema);
        builder.HasKey(share => new { share.ThreadId, share.MemberId });
    }
}
