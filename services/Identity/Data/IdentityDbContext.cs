using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PfP.Identity.Accounts.Links;
using PfP.Identity.Accounts.SecondFactor;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Members;
using PfP.Identity.Members.Invitations;
using PfP.Identity.Provider.Authorization;
using PfP.Identity.Provider.Tokens;
using PfP.ServiceDefaults;

namespace PfP.Identity.Data;

internal sealed class IdentityDbContext(DbContextOptions<IdentityDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<IdentityUserPasskey<Guid>> Passkeys => Set<IdentityUserPasskey<Guid>>();

    public DbSet<AccountSession> Sessions => Set<AccountSession>();

    public DbSet<SecretLink> Links => Set<SecretLink>();

    public DbSet<SecondFactorKey> SecondFactors => Set<SecondFactorKey>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<SecurityEvent> SecurityEvents => Set<SecurityEvent>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<AuthorizationCode> Codes => Set<AuthorizationCode>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(IdentityDbContext).Assembly);
    }
}
