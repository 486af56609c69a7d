using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PfP.Identity.Provider.Authorization;
using PfP.Identity.Provider.Tokens;

namespace PfP.Identity.Data;

internal sealed class OpenIdConfiguration : IEntityTypeConfiguration<Grant>, IEntityTypeConfiguration<AuthorizationCode>, IEntityTypeConfiguration<RefreshToken>
{
    private const string Schema = "provider";

    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.ToTable("grants", Schema);
        builder.Property(grant => grant.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<AuthorizationCode> builder)
    {
        builder.ToTable("authorization_codes", Schema);
        builder.HasKey(code => code.Hash);
        // Nothing refers to the grant by a navigation, but it has to be written first.
        builder.HasOne<Grant>().WithMany().HasForeignKey(code => code.GrantId);
    }

    public void Configure(EntityTypeBuilder<RefreshToken> builder)
    {
        builder.ToTable("refresh_tokens", Schema);
        builder.HasKey(token => token.Hash);
    }
}
