using System.Buffers;

namespace PfP.Search.Engines.Embedded;

/// <summary>Documents, ascending, each with its score. Its arrays are rented: dispose it.</summary>
internal sealed class Matches(int capacity) : IDisposable
{
    private readonly int[] documents = ArrayPool<int>.Shared.Rent(Math.Max(1, capacity));
    private readonly float[] scores = ArrayPool<float>.Shared.Rent(Math.Max(1, capacity));

    public int Count { get; private set; }

    public ReadOnlySpan<int> Documents => documents.AsSpan(0, Count);

    public ReadOnlySpan<float> Scores => scores.AsSpan(0, Count);

    public static Matches All(Snapshot snapshot)
    {
        var all = new Matches(snapshot.LiveCount);
        for (var document = 0; document < snapshot.DocumentCount; document++)
        {
            if (snapshot.IsLive(document))
            {
                all.Add(document, 0);
            }
        }
        return all;
    }

    public void Add(int document, float score)
    {
        documents[Count] = document;
        scores[Count++] = score;
    }

    /// <summary>Keeps the documents that the list holds too, and adds to their scores.</summary>
    public void IntersectWith(Postings postings, float rarity)
    {
        var (kept, position) = (0, 0);
        for (var index = 0; index < Count; index++)
        {
            position = Advance(postings, position, documents[index]);
            if (position == postings.Count)
            {
                break;
            }
            if (postings.Documents[position] == documents[index])
            {
                documents[kept] = documents[index];
                scores[kept++] = scores[index] + (rarity * postings.Impacts[position]);
            }
        }
        Count = kept;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(documents);
        ArrayPool<float>.Shared.Return(scores);
    }

    /// <summary>The first position from there on whose document is not smaller, in growing leaps: the list may be much longer than this one.</summary>
    private static int Advance(Postings postings, int from, int document)
    {
        var (low, leap) = (from, 1);
        while (low + leap < postings.Count && postings.Documents[low + leap] < document)
        {
            low += leap;
            leap *= 2;
        }
        var high = Math.Min(low + leap, postings.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (postings.Documents[middle] < document)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }
}
