using System.Text.Json;
using System.Text.Json.Serialization;

namespace PfP.Catalogue.Import;

/// <summary>A list that may be given as its only item; an empty text is an empty list.</summary>
internal sealed class OneOrMore<T> : JsonConverter<IReadOnlyList<T>>
    where T : class
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.GetString()!.Length == 0)
        {
            return [];
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return [Item(ref reader, options)];
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Item(ref reader, options));
        }

        return items;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, options);

    // By its converter and not by the serializer, which would name the field from here on only.
    private static T Item(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        ((JsonConverter<T>)options.GetConverter(typeof(T))).Read(ref reader, typeof(T), options)!;
}
