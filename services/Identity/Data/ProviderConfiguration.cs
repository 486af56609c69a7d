using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PfP.Identity.Accounts.Sessions;

namespace PfP.Identity.Data;

internal sealed class ProviderConfiguration : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<IdentityUserPasskey<Guid>>, IEntityTypeConfiguration<AccountSession>
{
    public void Configure(EntityTypeBuilder<Account> builder) => builder.ToTable("accounts", "provider");

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("passkeys", "provider");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.OwnsOne(passkey => passkey.Data).ToJson("data");
    }

    public void Configure(EntityTypeBuilder<AccountSession> builder) => builder.ToTable("sessions", "provider");
}
