using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PfP.Identity.Accounts.Links;
using PfP.Identity.Accounts.SecondFactor;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Members;
using PfP.Identity.Members.Abuse;
using PfP.Identity.Members.Engagements;
using PfP.Identity.Members.Introductions;
using PfP.Identity.Members.Invitations;
using PfP.Identity.Members.Threads;
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

    public DbSet<Introduction> Introductions => Set<Introduction>();

    public DbSet<MessageThread> Threads => Set<MessageThread>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Engagement> Engagements => Set<Engagement>();

    public DbSet<ReadMark> ReadMarks => Set<ReadMark>();

    public DbSet<ContactShare> SharedContacts => Set<ContactShare>();

    public DbSet<AbuseReport> AbuseReports => Set<AbuseReport>();

    /// <summary>Without accents and case; in queries only.</summary>
    public static string Folded(string text) => throw new NotSupportedException(text);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasDbFunction(() => Folded("")).HasSchema("members").HasName("folded");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(IdentityDbContext).Assembly);
    }
}
