using PfP.Search.Engines.Embedded;

namespace PfP.Search.Engines.Elastic;

/// <summary>A document with its words by the numbers of this process, and the impact of each of its terms.</summary>
/// <param name="Terms">Ascending.</param>
internal sealed record AnalysedDocument(int Version, IndexedDocument Document, int[] Terms, float[] Weights)
{
    /// <summary>0 where the document does not hold the term.</summary>
    public byte ImpactOf(int term) => Array.BinarySearch(Terms, term) is >= 0 and var index ? Relevance.Impact(Weights[index]) : (byte)0;
}
