using System.Collections.Concurrent;

namespace PfP.Search.Engines.Elastic;

/// <summary>
/// Documents that were looked at lately, analysed, so that ranking the best of a search exactly does not fetch them again. Two generations:
/// once the young one is full, it becomes the old one, and what nobody asked for since is forgotten.
/// </summary>
internal sealed class DocumentCache
{
    private const int MostPerGeneration = 20_000;

    private volatile ConcurrentDictionary<Guid, AnalysedDocument> young = new();
    private volatile ConcurrentDictionary<Guid, AnalysedDocument> old = new();

    public bool HasRoom => young.Count < MostPerGeneration;

    /// <summary>Null where that version is not kept.</summary>
    public AnalysedDocument? Find(Guid id, int version)
    {
        if (young.TryGetValue(id, out var document) && document.Version == version)
        {
            return document;
        }
        if (!old.TryGetValue(id, out document) || document.Version != version)
        {
            return null;
        }
        Keep(id, document);
        return document;
    }

    public void Keep(Guid id, AnalysedDocument document)
    {
        if (young.Count >= MostPerGeneration)
        {
            (old, young) = (young, new());
        }
        young[id] = document;
    }
}
