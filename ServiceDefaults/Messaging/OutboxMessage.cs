using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>An event on its way to the broker; its id becomes the message's id.</summary>
internal sealed class OutboxMessage
{
    public Guid Id { get; private init; }

    public required string EventType { get; init; }

    public required string Body { get; init; }

    public string? Traceparent { get; init; }

    public static OutboxMessage Create(object message, string? traceparent) => new()
    {
        Id = Guid.CreateVersion7(),
        EventType = EventTypes.NameOf(message.GetType()),
        Body = EventJson.Serialize(message),
        Traceparent = traceparent,
    };

    /// <summary>Only what an insert needs: the rest of the row belongs to the dispatcher, which works in SQL.</summary>
    public static void Map(EntityTypeBuilder<OutboxMessage> entity)
    {
        entity.ToTable("outbox");
        entity.HasKey(message => message.Id);
        entity.Property(message => message.Id).ValueGeneratedNever();
        entity.Property(message => message.Body).HasColumnType("json");
    }
}
