using PfP.Search.Engines;
using PfP.Search.Indexing;
using PfP.Search.Queries;

namespace PfP.Benchmarks.Relevance;

/// <summary>Something that ranks documents for a text.</summary>
internal interface IContender
{
    string Name { get; }

    Task<IReadOnlyList<string>> BestAsync(string text, int count);
}

/// <summary>An engine of ours, through the seam that all of them share, as the API asks it.</summary>
internal sealed class IndexContender(string name, ISearchIndex index) : IContender
{
    private const int Batch = 1000;

    public string Name => name;

    public async Task<IReadOnlyList<string>> BestAsync(string text, int count)
    {
        var request = new SearchRequest(text, SearchFilters.None, SortOrder.Relevance, 1, count, "en", TimeProvider.System.GetUtcNow());
        return [.. (await index.SearchAsync(request, CancellationToken.None)).Hits.Select(hit => $"{hit.Kind}/{hit.Slug}")];
    }

    public static async Task<IndexContender> FillAsync(string name, ISearchIndex index, IEnumerable<SearchDocument> documents)
    {
        foreach (var batch in documents.Chunk(Batch))
        {
            await index.ApplyAsync([.. batch.Select(document => new IndexChange(document.Id, document.Version, document))], CancellationToken.None);
        }
        return new IndexContender(name, index);
    }
}
