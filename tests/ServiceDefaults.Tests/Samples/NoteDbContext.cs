using Microsoft.EntityFrameworkCore;

namespace PfP.ServiceDefaults.Tests.Samples;

internal sealed class NoteDbContext(DbContextOptions<NoteDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    public DbSet<ReceivedNote> ReceivedNotes => Set<ReceivedNote>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Note>().ToTable("note").Property(note => note.Version).IsConcurrencyToken();
        modelBuilder.Entity<ReceivedNote>().ToTable("received_note");
    }
}

internal sealed record Note(Guid Id, string Text)
{
    public int Version { get; set; } = 1;

    public string? IdempotencyKey { get; init; }
}

/// <summary>The effect of handling an event: a second row for a message would be an effect that happened twice.</summary>
internal sealed record ReceivedNote(Guid Id, Guid NoteId, Guid MessageId);

// Public, because MassTransit takes an internal type for a temporary one.
public sealed record NoteWritten(Guid NoteId, int Version, string Text);

/// <summary>An event that no queue takes.</summary>
public sealed record NoteLost(Guid NoteId);
