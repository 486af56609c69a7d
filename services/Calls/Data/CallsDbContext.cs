using Microsoft.EntityFrameworkCore;
using PfP.Calls.Calls;
using PfP.ServiceDefaults;

namespace PfP.Calls.Data;

internal sealed class CallsDbContext(DbContextOptions<CallsDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Call> Calls => Set<Call>();

    public DbSet<AuditRecord> Audit => Set<AuditRecord>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<AuditRecord>().ToTable("audit");
        modelBuilder.Entity<Call>(call =>
        {
            call.ToTable("calls");
            call.Property(row => row.Content).HasJson();
            // Two writers of one call: the second is told, and sees both.
            call.Property(row => row.Version).IsConcurrencyToken();
        });
    }
}
