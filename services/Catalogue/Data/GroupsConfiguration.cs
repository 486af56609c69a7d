using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PfP.Catalogue.Announcements;
using PfP.Catalogue.Groups;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Data;

internal sealed class GroupsConfiguration : IEntityTypeConfiguration<WorkingGroup>, IEntityTypeConfiguration<GroupFile>, IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<WorkingGroup> builder)
    {
        builder.ToTable("working_groups");
        builder.Property(group => group.Content).HasJson();
        builder.Property(group => group.Version).IsConcurrencyToken();
        builder.Property(group => group.PublicVersion).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<GroupFile> builder)
    {
        builder.ToTable("working_group_files");
        builder.HasOne<WorkingGroup>().WithMany().HasForeignKey(file => file.GroupId);
    }

    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable("announcements");
        builder.Ignore(announcement => announcement.Content);
        builder.Property(announcement => announcement.Event!).HasJson();
        builder.Property(announcement => announcement.Version).IsConcurrencyToken();
    }
}
