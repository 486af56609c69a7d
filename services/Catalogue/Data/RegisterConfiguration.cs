using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PfP.Catalogue.Countries;
using PfP.Catalogue.Organisations;
using PfP.Catalogue.Summits;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Data;

internal sealed class RegisterConfiguration :
    IEntityTypeConfiguration<Organisation>,
    IEntityTypeConfiguration<OrganisationSpelling>,
    IEntityTypeConfiguration<Summit>,
    IEntityTypeConfiguration<MigrationProfile>,
    IEntityTypeConfiguration<ProfileFile>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.HasKey(organisation => organisation.Slug);
    }

    public void Configure(EntityTypeBuilder<OrganisationSpelling> builder)
    {
        builder.ToTable("organisation_spellings");
        builder.HasKey(spelling => spelling.Spelling);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(spelling => spelling.Slug);
    }

    public void Configure(EntityTypeBuilder<Summit> builder)
    {
        builder.ToTable("summits");
        builder.HasKey(summit => summit.Number);
        builder.Property(summit => summit.Number).ValueGeneratedNever();
        builder.Property(summit => summit.Sources).HasJson();
    }

    public void Configure(EntityTypeBuilder<MigrationProfile> builder)
    {
        builder.ToTable("migration_profiles");
        builder.Ignore(profile => profile.Slug);
        builder.Property(profile => profile.Version).IsConcurrencyToken();
        builder.HasOne<ProfileFile>().WithMany().HasForeignKey(profile => profile.FileId);
    }

    public void Configure(EntityTypeBuilder<ProfileFile> builder) => builder.ToTable("profile_files");
}
