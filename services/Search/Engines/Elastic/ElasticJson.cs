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

    /// <summary>Of a hit that was asked for its fields instead of what is stored.</summary>
    public static (Guid Id, int Version) Identity(this JsonElement hit)
    {
        var fields = hit.GetProperty("fields");
        return (fields.GetProperty(IndexLayout.Id)[0].GetGuid(), fields.GetProperty(IndexLayout.Version)[0].GetInt32());
    }

    public static Indexing.SearchDocument? Document(this JsonElement hit) =>
        hit.TryGetProperty("_source", out var source) && source.TryGetProperty(IndexLayout.Document, out var document) ? document.Deserialize(Indexing.DocumentJson.Default.SearchDocument) : null;

    /// <summary>The innermost cause tells most.</summary>
    private static string Cause(JsonElement error)
    {
        if (error.TryGetProperty("caused_by", out var cause) && cause.TryGetProperty("reason", out var reason))
        {
            return $": {reason}{Cause(cause)}";
        }
        return error.TryGetProperty("root_cause", out var roots) && roots.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("reason", out reason) ? $" ({reason})" : "";
    }
}
