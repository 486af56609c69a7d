using System.Text.Json;
using MassTransit.Serialization;

namespace PfP.Testing;

/// <summary>An event as it lies in a queue.</summary>
public static class SentEvent
{
    public static TEvent Read<TEvent>(ReadOnlyMemory<byte> body) => (TEvent)Read(body, typeof(TEvent));

    public static object Read(ReadOnlyMemory<byte> body, Type type)
    {
        using var envelope = JsonDocument.Parse(body);
        return envelope.RootElement.GetProperty("message").Deserialize(type, SystemTextJsonMessageSerializer.Options)!;
    }
}
