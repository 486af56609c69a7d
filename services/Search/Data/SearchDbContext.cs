using Microsoft.EntityFrameworkCore;
using PfP.Search.SavedSearches;
using PfP.ServiceDefaults;

namespace PfP.Search.Data;

/// <summary>The durable state of search: inbox, outbox and what members follow. The index is disposable and lives elsewhere.</summary>
internal sealed class SearchDbContext(DbContextOptions<SearchDbContext> options) : ServiceDbContext(options)
{
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<SavedSearch>().ToTable("saved_searches");
    }
}
