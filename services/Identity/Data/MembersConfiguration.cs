using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PfP.Identity.Members;
using PfP.Identity.Members.Directory;
using PfP.Identity.Members.Invitations;

namespace PfP.Identity.Data;

internal sealed class MembersConfiguration : IEntityTypeConfiguration<Member>, IEntityTypeConfiguration<Invitation>
{
    private const string Schema = "members";

    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("members", Schema);
        builder.Property(member => member.Id).ValueGeneratedNever();
        builder.Property(member => member.State).HasConversion(state => MemberStates.Name(state), name => MemberStates.Parse(name)!.Value);
        // Two decisions at once: the second one's SaveChanges fails.
        builder.Property(member => member.Version).IsConcurrencyToken();
        builder.ComplexProperty(member => member.Affiliation, Map);
        builder.ComplexProperty(member => member.Directory, Map);
        builder.Property<string>(DirectoryMatching.FoundBy).IsRequired().ValueGeneratedOnAddOrUpdate();
        builder.Property<string>(DirectoryMatching.FoundByStaff).IsRequired().ValueGeneratedOnAddOrUpdate();
        builder.Ignore(member => member.Contact);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations", Schema);
        builder.Property(invitation => invitation.Id).ValueGeneratedNever();
        builder.ComplexProperty(invitation => invitation.Affiliation, Map);
    }

    private static void Map(ComplexPropertyBuilder<DirectoryEntry> builder)
    {
        builder.Property(entry => entry.Telephone).HasColumnName("telephone");
        builder.Property(entry => entry.About).HasColumnName("about");
        builder.Property(entry => entry.Languages).HasColumnName("languages");
        builder.Property(entry => entry.Offers).HasColumnName("offers");
        builder.Property(entry => entry.Seeks).HasColumnName("seeks");
        builder.Property(entry => entry.Hidden).HasColumnName("hidden");
        builder.Property(entry => entry.EmailVisibility).HasColumnName("email_visibility");
        builder.Property(entry => entry.TelephoneVisibility).HasColumnName("telephone_visibility");
        builder.Property(entry => entry.PositionVisibility).HasColumnName("position_visibility");
        builder.Property(entry => entry.AboutVisibility).HasColumnName("about_visibility");
    }

    private static void Map(ComplexPropertyBuilder<Affiliation> builder)
    {
        builder.Property(affiliation => affiliation.Country).HasColumnName("country");
        builder.Property(affiliation => affiliation.Organisation).HasColumnName("organisation");
        builder.Property(affiliation => affiliation.Type).HasColumnName("organisation_type");
        builder.Property(affiliation => affiliation.Unit).HasColumnName("unit");
        builder.Property(affiliation => affiliation.Position).HasColumnName("position");
        builder.Ignore(affiliation => affiliation.Entity);
        builder.Ignore(affiliation => affiliation.IsGovernment);
    }
}
