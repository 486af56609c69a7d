using Microsoft.EntityFrameworkCore;
using PfP.Search.QueryCounts;
using PfP.Search.SavedSearches;
using PfP.Search.SynonymGroups;
using PfP.ServiceDefaults;

namespace PfP.Search.Data;

/// <summary>
/// The durable state of search: inbox, outbox, what members follow, what is searched for, and the secretariat's synonyms. The index is
/// disposable and lives elsewhere.
/// </summary>
internal sealed class SearchDbContext(DbContextOptions<SearchDbContext> options) : ServiceDbContext(options)
{
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();

    public DbSet<QueryCount> QueryCounts => Set<QueryCount>();

    public DbSet<SynonymGroup> SynonymGroups => Set<SynonymGroup>();

    public DbSet<AuditRecord> Audit => Set<AuditRecord>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<SavedSearch>().ToTable("saved_searches");
        modelBuilder.Entity<QueryCount>().ToTable("query_counts").HasKey(count => new { count.Text, count.Day });
        modelBuilder.Entity<AuditRecord>().ToTable("audit");
        modelBuilder.Entity<SynonymGroup>(group =>
        {
            group.ToTable("synonym_groups");
            group.Property(row => row.Version).IsConcurrencyToken();
        });
    }
}
