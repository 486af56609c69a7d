using System.Text.Json;
using System.Text.Json.Nodes;

namespace PfP.Testing;

/// <summary>
/// Compares a service's OpenAPI document with the committed copy: paths, operations, parameters, answers and properties may be added and
/// never removed. With PFP_ACCEPT=1 the copy is written anew.
/// </summary>
public static class OpenApiContract
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <param name="file">The committed copy, relative to the repository: <c>services/Catalogue/openapi.json</c>.</param>
    /// <returns>What is missing; empty when the contract holds.</returns>
    public static async Task<IReadOnlyList<string>> RemovedAsync(HttpClient client, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        var path = Path.Combine(Repository.Root, file);
        var current = JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), cancellationToken))!;
        if (Environment.GetEnvironmentVariable("PFP_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(path, current.ToJsonString(Indented) + "\n", cancellationToken);
            return [];
        }

        var committed = JsonNode.Parse(await File.ReadAllTextAsync(path, cancellationToken))!;
        var removed = new List<string>();
        Compare(committed, current, "$", removed);
        return removed;
    }

    /// <summary>Lists what <paramref name="committed"/> has and <paramref name="current"/> lacks, as JSON paths.</summary>
    public static void Compare(JsonNode? committed, JsonNode? current, string path, ICollection<string> removed)
    {
        ArgumentNullException.ThrowIfNull(removed);
        switch (committed)
        {
            case JsonObject members:
                foreach (var (name, value) in members.Where(member => member.Key is not ("description" or "summary" or "info" or "tags")))
                {
                    if (current is JsonObject other && other.ContainsKey(name))
                    {
                        Compare(value, other[name], $"{path}.{name}", removed);
                    }
                    else
                    {
                        removed.Add($"{path}.{name}");
                    }
                }

                break;
            case JsonArray items:
                CompareItems(items, current as JsonArray, path, removed);
                break;
            default:
                if (!JsonNode.DeepEquals(committed, current))
                {
                    removed.Add($"{path}: was {committed?.ToJsonString()}, is {current?.ToJsonString()}");
                }

                break;
        }
    }

    // Parameters are told apart by name, everything else by value.
    private static void CompareItems(JsonArray committed, JsonArray? current, string path, ICollection<string> removed)
    {
        foreach (var item in committed)
        {
            var name = NameOf(item);
            var same = current?.FirstOrDefault(other => name is not null ? NameOf(other) == name : JsonNode.DeepEquals(other, item));
            if (same is null && item is not null)
            {
                removed.Add($"{path}[{name ?? item.ToJsonString()}]");
            }
            else if (name is not null)
            {
                Compare(item, same, $"{path}[{name}]", removed);
            }
        }
    }

    private static string? NameOf(JsonNode? item) => item is JsonObject members && members["name"] is JsonValue name ? $"{members["in"]} {name}" : null;
}
