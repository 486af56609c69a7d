using System.Buffers;

namespace PfP.Search.Engines.Embedded;

/// <summary>The documents of a clause, and how rare it is to match it.</summary>
internal readonly record struct WeighedPostings(Postings Postings, float Rarity);

/// <summary>
/// Brings clauses down to one posting list each: the union of the alternatives, each document with its best impact. The lists are in rented
/// arrays: dispose it when they are no longer looked at.
/// </summary>
internal sealed class ClausePostings(Snapshot snapshot) : IDisposable
{
    private readonly List<int[]> rentedDocuments = [];
    private readonly List<byte[]> rentedImpacts = [];

    /// <param name="typed">How many documents match an alternative of full weight, and <paramref name="total"/> how many there are, where the snapshot is but a part of them.</param>
    public WeighedPostings Of(IReadOnlyList<TermPhrase> alternatives, int? typed = null, int? total = null)
    {
        var full = Union([.. alternatives.Where(phrase => phrase.Weight >= 1).Select(Of)]);
        var lighter = alternatives.Where(phrase => phrase.Weight < 1).Select(Weighed).Where(entry => entry.Documents > 0).OrderBy(entry => entry.Documents).ToList();
        var (documents, all) = (typed ?? full.Count, total ?? snapshot.DocumentCount);
        var rarity = Relevance.Rarity(documents > 0 || lighter.Count == 0 ? documents : lighter[0].Documents, all);
        var union = lighter.Count == 0
            ? full
            : Union([(full, 1), .. lighter.Select(entry => (entry.Postings, entry.Weight * Math.Min(1, Relevance.Rarity(entry.Documents, all) / rarity)))]);
        return new WeighedPostings(union, rarity);
    }

    public void Dispose()
    {
        rentedDocuments.ForEach(array => ArrayPool<int>.Shared.Return(array));
        rentedImpacts.ForEach(array => ArrayPool<byte>.Shared.Return(array));
    }

    private (float Weight, Postings Postings, int Documents) Weighed(TermPhrase phrase)
    {
        var postings = Of(phrase);
        return (phrase.Weight, postings, phrase.Documents ?? postings.Count);
    }

    private Postings Of(TermPhrase phrase)
    {
        var places = phrase.Places.Select(terms => Union([.. terms.Select(snapshot.PostingsOf)])).OrderBy(postings => postings.Count).ToArray();
        return places.Length switch { 0 => Postings.None, 1 => places[0], _ => InARow(phrase, places) };
    }

    /// <summary>Documents that hold all terms are looked through for the phrase itself. It says as much as its least telling term.</summary>
    private Postings InARow(TermPhrase phrase, Postings[] places)
    {
        if (places[0].Count == 0)
        {
            return Postings.None;
        }
        var (documents, impacts) = Rent(places[0].Count);
        var count = 0;
        var positions = new int[places.Length];
        var termsOfWords = snapshot.Lexicon.TermsOfWords;
        for (positions[0] = 0; positions[0] < places[0].Count; positions[0]++)
        {
            var document = places[0].Documents[positions[0]];
            var impact = LeastImpact(places, positions, document);
            if (impact > 0 && snapshot.IsLive(document) && phrase.OccursIn(snapshot[document].Words, termsOfWords))
            {
                documents[count] = document;
                impacts[count++] = impact;
            }
        }
        return new Postings(documents, impacts, count);
    }

    /// <summary>0 where one of the places has no such document.</summary>
    private static byte LeastImpact(Postings[] places, int[] positions, int document)
    {
        var least = places[0].Impacts[positions[0]];
        for (var place = 1; place < places.Length; place++)
        {
            var found = places[place].Documents.AsSpan(positions[place], places[place].Count - positions[place]).BinarySearch(document);
            if (found < 0)
            {
                positions[place] += ~found;
                return 0;
            }
            positions[place] += found;
            least = Math.Min(least, places[place].Impacts[positions[place]]);
        }
        return least;
    }

    private Postings Union(Postings[] lists) => lists.Length switch { 0 => Postings.None, 1 => lists[0], _ => Union([.. lists.Select(list => (list, 1f))]) };

    /// <summary>Each document's best impact is noted under its number, however many lists there are, and then read in order.</summary>
    private Postings Union((Postings Postings, float Factor)[] lists)
    {
        var best = ArrayPool<byte>.Shared.Rent(snapshot.DocumentCount);
        Array.Clear(best, 0, snapshot.DocumentCount);
        Span<byte> scaled = stackalloc byte[byte.MaxValue + 1];
        var count = 0;
        foreach (var (postings, factor) in lists)
        {
            for (var impact = 1; impact < scaled.Length; impact++)
            {
                scaled[impact] = (byte)Math.Max(1, impact * factor);
            }
            for (var index = 0; index < postings.Count; index++)
            {
                ref var impact = ref best[postings.Documents[index]];
                count += impact == 0 ? 1 : 0;
                impact = Math.Max(impact, scaled[postings.Impacts[index]]);
            }
        }
        var (documents, impacts) = Rent(count);
        count = 0;
        for (var document = 0; document < snapshot.DocumentCount; document++)
        {
            if (best[document] > 0)
            {
                documents[count] = document;
                impacts[count++] = best[document];
            }
        }
        ArrayPool<byte>.Shared.Return(best);
        return new Postings(documents, impacts, count);
    }

    private (int[] Documents, byte[] Impacts) Rent(int count)
    {
        rentedDocuments.Add(ArrayPool<int>.Shared.Rent(count));
        rentedImpacts.Add(ArrayPool<byte>.Shared.Rent(count));
        return (rentedDocuments[^1], rentedImpacts[^1]);
    }
}
