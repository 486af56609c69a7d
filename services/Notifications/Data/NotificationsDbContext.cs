using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Calls;
using PfP.Notifications.Choices;
using PfP.Notifications.Delivery;
using PfP.Notifications.Digests;
using PfP.Notifications.Entries;
using PfP.Notifications.Matching;
using PfP.Notifications.Members;
using PfP.Notifications.Reminders;
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

    public DbSet<EngagementAnswer> EngagementAnswers => Set<EngagementAnswer>();

    public DbSet<KnownCall> Calls => Set<KnownCall>();

    public DbSet<CallNews> News => Set<CallNews>();

    public DbSet<Follow> Follows => Set<Follow>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<MailChoices> Preferences => Set<MailChoices>();

    public DbSet<Interests> Interests => Set<Interests>();

    public DbSet<NotForUs> NotForUs => Set<NotForUs>();

    public DbSet<KnownEntry> Entries => Set<KnownEntry>();

    public DbSet<EntryFollow> EntryFollows => Set<EntryFollow>();

    public DbSet<FoundItem> FoundItems => Set<FoundItem>();

    public DbSet<Digest> Digests => Set<Digest>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Member>().ToTable("members");
        modelBuilder.Entity<Introduction>().ToTable("introductions");
        modelBuilder.Entity<SubmissionStep>().ToTable("submissions");
        modelBuilder.Entity<Appointment>().ToTable("appointments").HasKey(appointment => appointment.MemberId);
        modelBuilder.Entity<OwnerNotice>().ToTable("owner_notices");
        modelBuilder.Entity<EngagementAnswer>().ToTable("engagement_answers");
        modelBuilder.Entity<SeenDevice>().ToTable("new_devices").HasKey(device => device.SessionId);
        modelBuilder.Entity<CallNews>().ToTable("call_news");
        modelBuilder.Entity<Follow>().ToTable("follows").HasKey(follow => new { follow.MemberId, follow.CallId });
        modelBuilder.Entity<Reminder>().ToTable("reminders");
        modelBuilder.Entity<MailChoices>().ToTable("preferences").HasKey(choices => choices.MemberId);
        modelBuilder.Entity<Interests>().ToTable("interests").HasKey(interests => interests.MemberId);
        modelBuilder.Entity<NotForUs>().ToTable("not_for_us").HasKey(said => new { said.MemberId, said.CallId });
        modelBuilder.Entity<EntryFollow>().ToTable("entry_follows").HasKey(follow => new { follow.MemberId, follow.EntryId });
        modelBuilder.Entity<Digest>().ToTable("digests");
        modelBuilder.Entity<KnownEntry>().ToTable("entries").Property(entry => entry.Titles).HasJson();
        modelBuilder.Entity<FoundItem>(item =>
        {
            item.ToTable("found_items").HasKey(row => new { row.MemberId, row.Kind, row.EntryId, row.Version });
            item.Property(row => row.Titles).HasJson();
        });
        modelBuilder.Entity<KnownCall>(call =>
        {
            call.ToTable("calls").Ignore(row => row.Wanted);
            call.Property(row => row.Titles).HasJson();
            call.Property(row => row.Deadline!).HasJson();
            call.Property(row => row.DeadlineBefore!).HasJson();
        });
    }
}
