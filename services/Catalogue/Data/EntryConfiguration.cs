using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PfP.Catalogue.Contacts;
using PfP.Catalogue.Entries;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Data;

internal sealed class EntryConfiguration :
    IEntityTypeConfiguration<Entry>,
    IEntityTypeConfiguration<EntryRevision>,
    IEntityTypeConfiguration<EntryKey>,
    IEntityTypeConfiguration<EntryReference>,
    IEntityTypeConfiguration<EntryContact>
{
    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.ToTable("entries");
        builder.Property(entry => entry.State).HasConversion<StateConverter>();
        builder.Property(entry => entry.Texts).HasJson();
        // Two writers of one entry: the second one's SaveChanges fails and is tried again on the new state.
        builder.Property(entry => entry.Version).IsConcurrencyToken();
        builder.HasMany(entry => entry.References).WithOne().HasForeignKey(reference => reference.EntryId);
    }

    public void Configure(EntityTypeBuilder<EntryRevision> builder)
    {
        builder.ToTable("entry_revisions");
        builder.HasKey(revision => new { revision.EntryId, revision.Version });
        builder.Property(revision => revision.State).HasConversion<StateConverter>();
        builder.Property(revision => revision.Content).HasJson();
        builder.HasOne<Entry>().WithMany().HasForeignKey(revision => revision.EntryId);
    }

    public void Configure(EntityTypeBuilder<EntryKey> builder)
    {
        builder.ToTable("entry_keys");
        builder.HasKey(key => key.Key);
    }

    public void Configure(EntityTypeBuilder<EntryReference> builder)
    {
        builder.ToTable("entry_references");
        builder.HasKey(reference => new { reference.EntryId, reference.Relation, reference.TargetKey });
    }

    public void Configure(EntityTypeBuilder<EntryContact> builder)
    {
        builder.ToTable("entry_contacts");
        builder.HasKey(contact => new { contact.EntryId, contact.Position });
        builder.HasOne<Entry>().WithMany().HasForeignKey(contact => contact.EntryId);
    }
}
