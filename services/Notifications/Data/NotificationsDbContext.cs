using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Delivery;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Data;

internal sealed class NotificationsDbContext(DbContextOptions<NotificationsDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Member> Members => Set<Member>();

    public DbSet<Introduction> Introductions => Set<Introduction>();

    public DbSet<SeenDevice> Devices => Set<SeenDevice>();

    public DbSet<SubmissionStep> Submissions => Set<SubmissionStep>();

    public DbSet<Appointment> Appointments => Set<Appointment>();

    public DbSet<OwnerNotice> OwnerNotices => Set<OwnerNotice>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Member>().ToTable("members");
        modelBuilder.Entity<Introduction>().ToTable("introductions");
        modelBuilder.Entity<SubmissionStep>().ToTable("submissions");
        modelBuilder.Entity<Appointment>().ToTable("appointments").HasKey(appointment => appointment.MemberId);
        modelBuilder.Entity<OwnerNotice>().ToTable("owner_notices");
        modelBuilder.Entity<SeenDevice>().ToTable("new_devices").HasKey(device => device.SessionId);
    }
}
