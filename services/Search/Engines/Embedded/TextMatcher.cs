using System.Buffers;
using PfP.Search.Queries;

namespace PfP.Search.Engines.Embedded;

/// <summary>Evaluates the text of a query: the matching set and a first score for each document in it.</summary>
/// <param name="counts">How many documents match, where the snapshot is but a part of what is searched.</param>
internal sealed class TextMatcher(Snapshot snapshot, TextQuery query, ClauseCounts? counts = null)
{
    private readonly TermPhrase[][] clauses =
        [.. query.Clauses.Select((clause, index) => clause.Alternatives.Select((phrase, alternative) => TermPhrase.Of(phrase, snapshot.Lexicon, counts?.Clauses[index].Alternatives[alternative]))
            .Where(phrase => phrase.IsPossible).ToArray())];

    /// <summary>What counts as a match within a text, for highlights and nearness.</summary>
    public IReadOnlyList<TermPhrase[]> Clauses => clauses;

    public Matches Match()
    {
        if (clauses.Length == 0)
        {
            return new Matches(0);
        }
        using var lists = new ClausePostings(snapshot);
        var postings = clauses.Select((clause, index) => lists.Of(clause, counts?.Clauses[index].Typed, counts?.Total)).ToArray();
        if (!query.WantsAll)
        {
            return MatchAny(postings);
        }
        var all = MatchAll(postings);
        if (all.Count > 0 || clauses.Length == 1)
        {
            return all;
        }
        all.Dispose();
        return MatchAny(postings);
    }

    private Matches MatchAll(WeighedPostings[] postings)
    {
        var byLength = postings.OrderBy(list => list.Postings.Count).ToArray();
        var (shortest, rarity) = byLength[0];
        var matches = new Matches(shortest.Count);
        for (var index = 0; index < shortest.Count; index++)
        {
            if (snapshot.IsLive(shortest.Documents[index]))
            {
                matches.Add(shortest.Documents[index], rarity * shortest.Impacts[index]);
            }
        }
        foreach (var clause in byLength.AsSpan(1))
        {
            matches.IntersectWith(clause.Postings, clause.Rarity);
        }
        return matches;
    }

    private Matches MatchAny(WeighedPostings[] postings)
    {
        var scores = ArrayPool<float>.Shared.Rent(snapshot.DocumentCount);
        var counts = ArrayPool<byte>.Shared.Rent(snapshot.DocumentCount);
        Array.Clear(scores, 0, snapshot.DocumentCount);
        Array.Clear(counts, 0, snapshot.DocumentCount);
        foreach (var (list, rarity) in postings)
        {
            for (var index = 0; index < list.Count; index++)
            {
                scores[list.Documents[index]] += rarity * list.Impacts[index];
                counts[list.Documents[index]]++;
            }
        }
        var matches = WithEnough(counts.AsSpan(0, snapshot.DocumentCount), scores);
        ArrayPool<float>.Shared.Return(scores);
        ArrayPool<byte>.Shared.Return(counts);
        return matches;
    }

    private Matches WithEnough(Span<byte> counts, float[] scores)
    {
        var (best, matching) = (0, 0);
        for (var document = 0; document < counts.Length; document++)
        {
            if (counts[document] > 0)
            {
                counts[document] = snapshot.IsLive(document) ? counts[document] : (byte)0;
                best = Math.Max(best, counts[document]);
                matching++;
            }
        }
        var matches = new Matches(matching);
        var fewest = Math.Max(1, query.FewestOfAny(best));
        for (var document = 0; document < counts.Length; document++)
        {
            if (counts[document] >= fewest)
            {
                matches.Add(document, scores[document]);
            }
        }
        return matches;
    }
}

/// <summary>How many documents match the clauses of a query, and how many there are.</summary>
internal sealed record ClauseCounts(IReadOnlyList<ClauseCount> Clauses, int Total);

/// <param name="Typed">Those that match any of the alternatives of full weight.</param>
/// <param name="Alternatives">By the clause's alternatives; null of those of full weight.</param>
internal sealed record ClauseCount(int Typed, IReadOnlyList<int?> Alternatives);
