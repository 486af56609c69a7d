using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PfP.Catalogue.Chains;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Data;

internal sealed class ChainConfiguration : IEntityTypeConfiguration<ChainLink>, IEntityTypeConfiguration<KnownCall>
{
    public void Configure(EntityTypeBuilder<ChainLink> builder)
    {
        builder.ToTable("chain_links");
        builder.Property(link => link.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<KnownCall> builder)
    {
        builder.ToTable("known_calls");
        builder.Property(call => call.Titles).HasJson();
    }
}
