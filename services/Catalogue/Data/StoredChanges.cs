using System.Text.Json;
using System.Text.Json.Nodes;

namespace PfP.Catalogue.Data;

internal static class StoredChanges
{
    /// <summary>Names of the fields that differ. Compared as stored: jsonb does not keep the order of members.</summary>
    public static string[] Between<T>(T? previous, T current)
        where T : class
    {
        var before = previous is null ? [] : Fields(previous);
        var after = Fields(current);
        return [.. before.Select(field => field.Key).Union(after.Select(field => field.Key)).Where(name => !JsonNode.DeepEquals(before[name], after[name])).Order()];
    }

    private static JsonObject Fields<T>(T value) => JsonSerializer.SerializeToNode(value, StoredJson.Options)!.AsObject();
}
