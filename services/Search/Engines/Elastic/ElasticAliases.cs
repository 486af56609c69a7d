using System.Text.Json.Nodes;

namespace PfP.Search.Engines.Elastic;

/// <summary>
/// Which indices there are: the one with the first alias answers, those with the second are being built. Several processes of this service
/// share them, and each writes to all that have an alias: what is written after an index began to be built is in it at its swap.
/// </summary>
internal sealed class ElasticAliases(ElasticClient client, string prefix)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, long> unused = [];
    private volatile string? ownBuilding;

    /// <summary>By this the changes of this process are told from those of others.</summary>
    public string Writer { get; } = Guid.NewGuid().ToString("N");

    private string Serving => prefix;

    private string Building => $"{prefix}-building";

    /// <summary>The index that answers, or null; forgets indices that nobody has used for a while.</summary>
    public async Task<string?> CurrentAsync(CancellationToken cancellationToken)
    {
        var all = await AllAsync(cancellationToken);
        await SweepAsync(all, cancellationToken);
        return all.Where(index => index.Value.Contains(Serving)).Select(index => index.Key).Order(StringComparer.Ordinal).LastOrDefault();
    }

    /// <summary>Where a change must be written that was made through that index.</summary>
    public async Task<IReadOnlyList<string>> TargetsAsync(string index, CancellationToken cancellationToken)
    {
        var all = await AllAsync(cancellationToken);
        if (index == ownBuilding)
        {
            // Written to, it would come back without its fields.
            return all.ContainsKey(index) ? [index] : throw new InvalidOperationException("The index that was being built is gone.");
        }
        string[] targets = [.. all.Where(other => other.Value.Count > 0 && other.Key != ownBuilding).Select(other => other.Key)];
        return targets.Length > 0 ? targets : throw new EngineUnavailableException("The index is gone and is being built anew.");
    }

    public async Task<string> CreateAsync(CancellationToken cancellationToken)
    {
        // One process builds at a time, so what is still marked so was given up.
        foreach (var abandoned in (await AllAsync(cancellationToken)).Where(index => index.Value.Contains(Building) && !index.Value.Contains(Serving)))
        {
            await client.WriteAsync(HttpMethod.Delete, abandoned.Key, null, cancellationToken);
        }
        var name = $"{prefix}-index-{Guid.CreateVersion7():N}";
        ownBuilding = name;
        await client.WriteAsync(HttpMethod.Put, name, IndexLayout.Create(Building), cancellationToken);
        return name;
    }

    /// <summary>In one step for all readers.</summary>
    public async Task MakeCurrentAsync(string index, CancellationToken cancellationToken)
    {
        var old = (await AllAsync(cancellationToken)).Where(other => other.Value.Contains(Serving)).Select(other => Action("remove", other.Key, Serving));
        await client.WriteAsync(HttpMethod.Post, "_aliases", new JsonObject { ["actions"] = new JsonArray([.. old, Action("add", index, Serving), Action("remove", index, Building)]) }, cancellationToken);
        ownBuilding = null;
    }

    /// <summary>Of an index, the shape that its maker gave it.</summary>
    public async Task<int?> ShapeOfAsync(string index, CancellationToken cancellationToken)
    {
        var answer = await client.LookAsync(HttpMethod.Get, $"{index}/_mapping", null, cancellationToken);
        var mappings = answer.GetProperty(index).GetProperty("mappings");
        return mappings.TryGetProperty("_meta", out var meta) && meta.TryGetProperty("shape", out var shape) ? shape.GetInt32() : null;
    }

    /// <summary>A while after an index was replaced, when every process has turned to the new one.</summary>
    private async Task SweepAsync(Dictionary<string, HashSet<string>> all, CancellationToken cancellationToken)
    {
        foreach (var index in all.Where(index => index.Value.Count == 0).Select(index => index.Key))
        {
            if (unused.TryAdd(index, TimeProvider.System.GetTimestamp()) || TimeProvider.System.GetElapsedTime(unused[index]) < Grace)
            {
                continue;
            }
            await client.WriteAsync(HttpMethod.Delete, $"{index}?ignore_unavailable=true", null, cancellationToken);
            unused.Remove(index);
        }
    }

    private async Task<Dictionary<string, HashSet<string>>> AllAsync(CancellationToken cancellationToken)
    {
        var answer = await client.LookAsync(HttpMethod.Get, $"{prefix}-index-*/_alias", null, cancellationToken);
        return answer.EnumerateObject().ToDictionary(index => index.Name, index => index.Value.GetProperty("aliases").EnumerateObject().Select(alias => alias.Name).ToHashSet());
    }

    private static JsonObject Action(string action, string index, string alias) => new() { [action] = new JsonObject { ["index"] = index, ["alias"] = alias } };
}
