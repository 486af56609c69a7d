using System.Text.Json;
using MassTransit.Serialization;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>One JSON dialect for outbox rows and messages.</summary>
internal static class EventJson
{
    private static readonly JsonSerializerOptions Options = SystemTextJsonMessageSerializer.Options;

    public static string Serialize(object message) => JsonSerializer.Serialize(message, message.GetType(), Options);

    public static object Deserialize(string body, Type type) =>
        JsonSerializer.Deserialize(body, type, Options) ?? throw new JsonException($"An empty body is no {type.Name}.");

    public static object Deserialize(JsonElement body, Type type) =>
        body.Deserialize(type, Options) ?? throw new JsonException($"An empty body is no {type.Name}.");
}
