using System.Text.Json;

namespace PfP.Search.Engines.Elastic;

/// <summary>Reads answers of the server.</summary>
internal static class ElasticJson
{
    public static string Reason(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("error", out var error))
        {
            return "no reason given";
        }
        return error.ValueKind == JsonValueKind.Object && error.TryGetProperty("reason", out var reason) ? $"{reason}{Cause(error)}" : error.ToString();
    }

    public static int Total(this JsonElement answer) => answer.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt32();

    public static IEnumerable<JsonElement> Hits(this JsonElement answer) => answer.GetProperty("hits").GetProperty("hits").EnumerateArray();

    public static Guid Id(this JsonElement hit) => Guid.Parse(hit.GetProperty("_id").GetString()!);

    public static int Version(this JsonElement hit) => hit.GetProperty("_version").GetInt32();

    public static Indexing.SearchDocument? Document(this JsonElement hit) =>
        hit.TryGetProperty("_source", out var source) && source.TryGetProperty(IndexLayout.Document, out var document) ? document.Deserialize(Indexing.DocumentJson.Default.SearchDocument) : null;

    private static string Cause(JsonElement error) =>
        error.TryGetProperty("root_cause", out var causes) && causes.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } cause && cause.TryGetProperty("reason", out var reason) ? $" ({reason})" : "";
}
