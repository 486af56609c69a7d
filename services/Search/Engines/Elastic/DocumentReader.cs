using System.Text.Json.Nodes;
using PfP.Search.Indexing;

namespace PfP.Search.Engines.Elastic;

/// <summary>Reads documents of one index.</summary>
internal sealed class DocumentReader(ElasticClient client, string index, KnownDocuments known)
{
    private const int PageSize = 1000;

    private readonly DocumentCache cache = new();

    private string Path => $"{index}/_search?allow_partial_search_results=false";

    /// <summary>In the order asked, without those that are gone meanwhile.</summary>
    public async Task<IReadOnlyList<AnalysedDocument>> GetAsync(IReadOnlyList<(Guid Id, int Version)> documents, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, AnalysedDocument>(documents.Count);
        var missing = new List<Guid>();
        foreach (var (id, version) in documents)
        {
            if (cache.Find(id, version) is { } kept)
            {
                found[id] = kept;
            }
            else
            {
                missing.Add(id);
            }
        }
        foreach (var (id, version, document) in missing.Count == 0 ? [] : await NowAsync(missing, cancellationToken))
        {
            if (document is not null)
            {
                cache.Keep(id, found[id] = known.Analyse(document, version));
            }
        }
        return [.. documents.Where(document => found.ContainsKey(document.Id)).Select(document => found[document.Id])];
    }

    /// <summary>So that the first searches need not fetch it, as long as there is room.</summary>
    public void Keep(Guid id, int version, SearchDocument document)
    {
        if (cache.HasRoom)
        {
            cache.Keep(id, known.Analyse(document, version));
        }
    }

    /// <summary>As they are at this moment, also what no search finds yet; null for withdrawn ones.</summary>
    public async Task<IReadOnlyList<(Guid Id, int Version, SearchDocument? Document)>> NowAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var answer = await client.ReadAsync($"{index}/_mget", new JsonObject { ["ids"] = Dsl.Array(ids.Select(id => id.ToString())) }, cancellationToken);
        return [.. answer.GetProperty("docs").EnumerateArray().Where(hit => hit.GetProperty("found").GetBoolean()).Select(hit => (hit.Id(), hit.Version(), hit.Document()))];
    }

    /// <summary>All that meet a condition, in the order in which they came.</summary>
    /// <param name="source">The parts of documents that are wanted.</param>
    /// <param name="patiently">Nobody waits for it.</param>
    public async IAsyncEnumerable<(Guid Id, int Version, SearchDocument? Document)> WalkAsync(
        JsonObject condition, JsonNode source, bool patiently, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new JsonObject
        {
            ["query"] = Dsl.All(condition),
            ["_source"] = source,
            ["version"] = true,
            ["size"] = PageSize,
            ["track_total_hits"] = false,
            ["sort"] = new JsonArray(IndexLayout.Sequence, IndexLayout.Id),
        };
        while (true)
        {
            var page = patiently ? client.WriteAsync(HttpMethod.Post, Path, request, cancellationToken) : client.ReadAsync(Path, request, cancellationToken);
            var hits = (await page).Hits().ToList();
            foreach (var hit in hits)
            {
                yield return (hit.Id(), hit.Version(), hit.Document());
            }
            if (hits.Count < PageSize)
            {
                yield break;
            }
            request["search_after"] = JsonNode.Parse(hits[^1].GetProperty("sort").GetRawText());
        }
    }
}
