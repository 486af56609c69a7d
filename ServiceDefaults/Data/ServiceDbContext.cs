using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PfP.ServiceDefaults.Data;
using PfP.ServiceDefaults.Messaging;

namespace PfP.ServiceDefaults;

/// <summary>A service's database with its outbox. Tables and columns are snake_case; the schema comes from SQL migrations.</summary>
public abstract class ServiceDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Whether there are events of which the dispatcher has not been told.</summary>
    internal bool HasPublished { get; set; }

    /// <summary>Adds an event that leaves with the next SaveChanges: committed together with the state, or not at all.</summary>
    public void Publish<TEvent>(TEvent message)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(message);
        Set<OutboxMessage>().Add(OutboxMessage.Create(message, Activity.Current?.Id));
        HasPublished = true;
    }

    /// <summary>Override it for the service's own entities, and call the base.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<OutboxMessage>(OutboxMessage.Map);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }
}
