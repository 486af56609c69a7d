using System.Text.Json;
using System.Text.Json.Nodes;
using PfP.Catalogue.Data;

namespace PfP.Catalogue.Entries;

internal static class ContentChanges
{
    /// <summary>Names of the fields that differ. Compared as stored: jsonb does not keep the order of members.</summary>
    public static string[] Between(EntryContent? previous, EntryContent content)
    {
        var before = previous is null ? [] : Fields(previous);
        var after = Fields(content);
        return [.. before.Select(field => field.Key).Union(after.Select(field => field.Key)).Where(name => !JsonNode.DeepEquals(before[name], after[name])).Order()];
    }

    private static JsonObject Fields(EntryContent content) => JsonSerializer.SerializeToNode(content, StoredJson.Options)!.AsObject();
}
