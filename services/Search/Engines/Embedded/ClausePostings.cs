namespace PfP.Search.Engines.Embedded;

/// <summary>The documents of a clause, and how rare it is to match it.</summary>
internal readonly record struct WeighedPostings(Postings Postings, float Rarity);

/// <summary>Brings a clause down to one posting list: the union of its alternatives, each document with its best impact.</summary>
internal static class ClausePostings
{
    /// <param name="typed">How many documents match an alternative of full weight, and <paramref name="total"/> how many there are, where the snapshot is but a part of them.</param>
    public static WeighedPostings Of(IReadOnlyList<TermPhrase> alternatives, Snapshot snapshot, int? typed = null, int? total = null)
    {
        var union = Postings.None;
        foreach (var postings in alternatives.Where(phrase => phrase.Weight >= 1).Select(phrase => Of(phrase, snapshot)).OrderBy(postings => postings.Count))
        {
            union = Union(union, postings);
        }
        var lighter = alternatives.Where(phrase => phrase.Weight < 1).Select(phrase => Weighed(phrase, snapshot))
            .Where(entry => entry.Documents > 0).OrderBy(entry => entry.Documents).ToList();
        var (documents, all) = (typed ?? union.Count, total ?? snapshot.DocumentCount);
        var rarity = Relevance.Rarity(documents > 0 || lighter.Count == 0 ? documents : lighter[0].Documents, all);
        foreach (var (weight, postings, count) in lighter)
        {
            union = Union(union, Scaled(postings, weight * Math.Min(1, Relevance.Rarity(count, all) / rarity)));
        }
        return new WeighedPostings(union, rarity);
    }

    private static (float Weight, Postings Postings, int Documents) Weighed(TermPhrase phrase, Snapshot snapshot)
    {
        var postings = Of(phrase, snapshot);
        return (phrase.Weight, postings, phrase.Documents ?? postings.Count);
    }

    private static Postings Scaled(Postings postings, float factor)
    {
        var impacts = new byte[postings.Count];
        for (var index = 0; index < impacts.Length; index++)
        {
            impacts[index] = (byte)Math.Max(1, postings.Impacts[index] * factor);
        }
        return postings with { Impacts = impacts };
    }

    private static Postings Of(TermPhrase phrase, Snapshot snapshot)
    {
        var places = phrase.Places.Select(terms => OfAny(terms, snapshot)).OrderBy(postings => postings.Count).ToArray();
        return places.Length switch { 0 => Postings.None, 1 => places[0], _ => InARow(phrase, places, snapshot) };
    }

    private static Postings OfAny(int[] terms, Snapshot snapshot)
    {
        var union = Postings.None;
        foreach (var postings in terms.Select(snapshot.PostingsOf).OrderBy(postings => postings.Count))
        {
            union = Union(union, postings);
        }
        return union;
    }

    /// <summary>Documents that hold all terms are looked through for the phrase itself. It says as much as its least telling term.</summary>
    private static Postings InARow(TermPhrase phrase, Postings[] places, Snapshot snapshot)
    {
        if (places[0].Count == 0)
        {
            return Postings.None;
        }
        var documents = new int[places[0].Count];
        var impacts = new byte[places[0].Count];
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

    private static Postings Union(Postings left, Postings right)
    {
        if (left.Count == 0)
        {
            return right;
        }
        var documents = new int[left.Count + right.Count];
        var impacts = new byte[documents.Length];
        var (count, i, j) = (0, 0, 0);
        while (i < left.Count || j < right.Count)
        {
            var fromLeft = j == right.Count || (i < left.Count && left.Documents[i] <= right.Documents[j]);
            var fromRight = i == left.Count || (j < right.Count && right.Documents[j] <= left.Documents[i]);
            documents[count] = fromLeft ? left.Documents[i] : right.Documents[j];
            impacts[count++] = Math.Max(fromLeft ? left.Impacts[i++] : (byte)0, fromRight ? right.Impacts[j++] : (byte)0);
        }
        return new Postings(documents, impacts, count);
    }
}
