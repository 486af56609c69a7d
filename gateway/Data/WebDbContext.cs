using Microsoft.EntityFrameworkCore;
using PfP.Gateway.Sessions;
using PfP.ServiceDefaults;

namespace PfP.Gateway.Data;

/// <summary>The database <c>web</c>: who is signed in here.</summary>
internal sealed class WebDbContext(DbContextOptions<WebDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Session> Sessions => Set<Session>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Session>(session =>
        {
            session.ToTable("sessions");
            session.HasKey(row => row.Key);
        });
    }
}
