using Microsoft.EntityFrameworkCore;
using PfP.ServiceDefaults;

namespace PfP.Search.Data;

/// <summary>The durable state of search: inbox and outbox. The index is disposable and lives elsewhere.</summary>
internal sealed class SearchDbContext(DbContextOptions<SearchDbContext> options) : ServiceDbContext(options);
