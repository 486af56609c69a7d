using Microsoft.EntityFrameworkCore;
using PfP.Calls.Calls;
using PfP.Calls.Dues;
using PfP.Calls.Files;
using PfP.Calls.Replies;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Reports;

namespace PfP.Calls.Data;

internal sealed class CallsDbContext(DbContextOptions<CallsDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Call> Calls => Set<Call>();

    public DbSet<SentFile> Files => Set<SentFile>();

    public DbSet<CallDue> Dues => Set<CallDue>();

    public DbSet<Reply> Replies => Set<Reply>();

    public DbSet<EnclosedFile> EnclosedFiles => Set<EnclosedFile>();

    public DbSet<ReplyLink> ReplyLinks => Set<ReplyLink>();

    public DbSet<AuditRecord> Audit => Set<AuditRecord>();

    /// <summary>All that have an address, as they are and not to be changed.</summary>
    public IQueryable<Call> PublicCalls => Calls.AsNoTracking().Where(call => call.Slug != null);

    /// <summary>The call at that address, as it is and not to be changed.</summary>
    public Task<Call?> CallAsync(string slug, CancellationToken cancellationToken) => Calls.AsNoTracking().FirstOrDefaultAsync(call => call.Slug == slug, cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        ReaderReport.Map<Call>(modelBuilder, "call_id");
        modelBuilder.Entity<AuditRecord>().ToTable("audit");
        modelBuilder.Entity<Call>(call =>
        {
            call.ToTable("calls");
            call.Property(row => row.Content).HasJson();
            call.Property(row => row.Form).HasJson();
            call.Property(row => row.Outcome!).HasJson();
            // Two writers of one call: the second is told, and sees both.
            call.Property(row => row.Version).IsConcurrencyToken();
            call.HasMany(row => row.Steps).WithOne().HasForeignKey(step => step.CallId);
        });
        modelBuilder.Entity<CallStep>(step =>
        {
            step.ToTable("call_steps");
            step.Property(row => row.Id).ValueGeneratedNever();
            step.Property(row => row.Comments).HasJson();
            step.Property(row => row.Before!).HasJson();
        });
        modelBuilder.Entity<Reply>(reply =>
        {
            reply.ToTable("call_replies");
            reply.Property(row => row.Id).ValueGeneratedNever();
            reply.Property(row => row.Answers).HasJson();
            reply.Property(row => row.Files).HasJson();
            reply.Property(row => row.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<SentFile>().ToTable("call_files").HasOne<Call>().WithMany().HasForeignKey(file => file.CallId);
        modelBuilder.Entity<EnclosedFile>(file =>
        {
            file.ToTable("call_reply_files");
            file.HasOne<Call>().WithMany().HasForeignKey(row => row.CallId);
            file.HasOne<Reply>().WithMany().HasForeignKey(row => row.ReplyId);
        });
        modelBuilder.Entity<ReplyLink>().ToTable("call_reply_links").HasKey(link => link.Hash);
        modelBuilder.Entity<CallDue>(due =>
        {
            due.ToTable("call_dues");
            due.HasKey(row => new { row.CallId, row.Moment, row.At });
        });
    }
}
