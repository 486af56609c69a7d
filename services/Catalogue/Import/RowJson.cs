using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PfP.Catalogue.Import;

/// <summary>
/// How rows are read. A compound value may be an object or, as in a CSV cell, its parts in order separated by "|":
/// "MD|lead", "https://example.org|Report|en".
/// </summary>
internal static class RowJson
{
    private static readonly JsonSerializerOptions WithoutShortForms = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new TextConverter() },
    };

    public static JsonSerializerOptions Options { get; } = new(WithoutShortForms) { Converters = { new ShortForms() } };

    /// <summary>Numbers are welcome where a text is asked for: gcm: [1, 23].</summary>
    private sealed class TextConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? reader.GetDecimal().ToString(CultureInfo.InvariantCulture) : reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class ShortForms : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert != typeof(ImportRow) && typeToConvert.Name.StartsWith("Row", StringComparison.Ordinal) && typeToConvert.Namespace == typeof(ImportRow).Namespace;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(ShortForm<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class ShortForm<T> : JsonConverter<T>
    {
        private static readonly ConstructorInfo Constructor = typeof(T).GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => Parse(reader.GetString()!),
            JsonTokenType.StartObject => JsonSerializer.Deserialize<T>(ref reader, WithoutShortForms)!,
            _ => throw new JsonException(),
        };

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, WithoutShortForms);

        private static T Parse(string text)
        {
            var parts = text.Split('|', StringSplitOptions.TrimEntries);
            var parameters = Constructor.GetParameters();
            if (parts.Length > parameters.Length)
            {
                throw new JsonException($"'{text}' has more than {parameters.Length} parts.");
            }

            return (T)Constructor.Invoke([.. parameters.Select((parameter, index) => Value(parameter, index < parts.Length ? parts[index] : "", text))]);
        }

        private static object? Value(ParameterInfo parameter, string part, string text)
        {
            if (part.Length == 0)
            {
                return parameter.HasDefaultValue ? parameter.DefaultValue : throw new JsonException($"'{text}' lacks its {parameter.Name}.");
            }

            try
            {
                return Convert.ChangeType(part, Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType, CultureInfo.InvariantCulture);
            }
            catch (FormatException)
            {
                throw new JsonException($"'{part}' in '{text}' is not a number.");
            }
        }
    }
}
