using System.Text.Json;
using RabbitMQ.Client;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>The part of MassTransit's message format that we read and write ourselves.</summary>
internal sealed record Envelope(Guid MessageId, string[] MessageType, JsonElement Message, DateTimeOffset? SentTime)
{
    public const string ContentType = "application/vnd.masstransit+json";
    private const string UrnPrefix = "urn:message:";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The event's full type name, as in <c>PfP.Contracts.Catalogue.EntryPublished</c>.</summary>
    public string TypeName => MessageType[0][UrnPrefix.Length..].Replace(':', '.');

    public static Envelope Read(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize<Envelope>(body, Json) is { MessageType: [var urn, ..] } envelope && urn.StartsWith(UrnPrefix, StringComparison.Ordinal)
            ? envelope
            : throw new JsonException("This is not an envelope.");

    public static byte[] Write(object message, Guid id, DateTimeOffset now)
    {
        var type = message.GetType();
        using var body = JsonDocument.Parse(EventJson.Serialize(message));
        return JsonSerializer.SerializeToUtf8Bytes(new Envelope(id, [$"{UrnPrefix}{type.Namespace}:{type.Name}"], body.RootElement, now), Json);
    }

    public static BasicProperties Properties(Guid id, string? traceparent) => new()
    {
        ContentType = ContentType,
        DeliveryMode = DeliveryModes.Persistent,
        MessageId = id.ToString(),
        Headers = traceparent is null ? null : new Dictionary<string, object?> { [TraceHeader] = traceparent },
    };

    /// <summary>Where MassTransit looks for the trace that a message belongs to.</summary>
    public const string TraceHeader = "MT-Activity-Id";
}
