using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PfP.Identity.Accounts.Links;
using PfP.Identity.Accounts.SecondFactor;
using PfP.Identity.Accounts.SecurityLog;

namespace PfP.Identity.Data;

internal sealed class AccountsConfiguration :
    IEntityTypeConfiguration<SecretLink>,
    IEntityTypeConfiguration<SecondFactorKey>,
    IEntityTypeConfiguration<RecoveryCode>,
    IEntityTypeConfiguration<SecurityEvent>
{
    private const string Schema = "provider";

    public void Configure(EntityTypeBuilder<SecretLink> builder)
    {
        builder.ToTable("secret_links", Schema);
        builder.Property(link => link.Purpose).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<SecondFactorKey> builder)
    {
        builder.ToTable("second_factors", Schema);
        builder.HasKey(factor => factor.AccountId);
        builder.Property(factor => factor.AccountId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes", Schema);
        builder.HasKey(code => new { code.AccountId, code.Hash });
    }

    public void Configure(EntityTypeBuilder<SecurityEvent> builder) => builder.ToTable("security_events", Schema);
}
