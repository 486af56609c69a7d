using System.Globalization;
using PfP.Contracts.Calls;
using PfP.Search.Indexing;
using PfP.Search.Queries;

namespace PfP.Search.Engines.Embedded;

/// <summary>Orders the matching set and takes the page that was asked. Equals are ordered by date, then by number of coming in.</summary>
internal sealed class Ranker(Snapshot snapshot, SearchRequest request, IReadOnlyList<TermPhrase[]> clauses)
{
    /// <summary>So many of the best are looked at again for words that stand together; a constant, so that pages never overlap.</summary>
    public const int Reranked = 200;

    /// <summary>How titles are compared: readers look for a word, not for a quotation mark before it.</summary>
    public const CompareOptions TitleOptions = CompareOptions.IgnoreCase | CompareOptions.IgnoreSymbols;

    public int[] Page(Matches matches, Distances? distances)
    {
        var skip = (request.Page - 1) * request.PageSize;
        var take = Math.Min(request.PageSize, matches.Count - skip);
        if (take <= 0)
        {
            return [];
        }
        var ordered = request.Sort switch
        {
            SortOrder.Relevance => ByRelevance(matches, skip + take),
            SortOrder.Title => ByTitle(matches),
            SortOrder.Distance when distances is not null => Best(matches, skip + take, (document, _) => -distances.Of(snapshot.PlacesOf[document], snapshot.StandingFor[document]) ?? double.NegativeInfinity),
            SortOrder.Deadline => Best(matches, skip + take, (document, _) => Urgency(snapshot[document].Entry)),
            _ => Best(matches, skip + take, (_, _) => 0),
        };
        return ordered[skip..(skip + take)];
    }

    private int[] ByRelevance(Matches matches, int count)
    {
        var best = Best(matches, Math.Max(count, clauses.Count > 1 ? Reranked : 0), (_, score) => score, out var scores);
        if (clauses.Count > 1)
        {
            var again = Math.Min(Reranked, best.Length);
            var nearness = new Nearness(snapshot.Lexicon, clauses);
            for (var index = 0; index < again; index++)
            {
                scores[index] *= 1 + nearness.Of(snapshot[best[index]]);
            }
            // Stable, so that equals keep their order by date.
            (int Document, double Score)[] reranked = [.. best.Take(again).Zip(scores).OrderByDescending(entry => entry.Second)];
            for (var index = 0; index < again; index++)
            {
                best[index] = reranked[index].Document;
            }
        }
        return best;
    }

    /// <summary>What closes later is less urgent, what has closed earlier is too.</summary>
    private double Urgency(SearchDocument entry) => (entry.CallStatusAt(request.Now), entry.ClosesAt) switch
    {
        (CallStatuses.Upcoming or CallStatuses.Open or CallStatuses.ClosingSoon, { } closes) => (3d * DateTimeOffset.MaxValue.UtcTicks) - closes.UtcTicks,
        (CallStatuses.Upcoming or CallStatuses.Open, null) => 1.5 * DateTimeOffset.MaxValue.UtcTicks,
        (_, { } closed) => closed.UtcTicks,
        _ => double.NegativeInfinity,
    };

    private int[] ByTitle(Matches matches)
    {
        var compare = CultureInfo.GetCultureInfo(request.Language).CompareInfo;
        return [.. matches.Documents.ToArray().Select(document => (Document: document, Entry: snapshot[document].Entry))
            .Select(document => (document.Document, Title: document.Entry.Texts[document.Entry.LanguageFor(request.Language)].Title))
            .OrderBy(document => compare.GetSortKey(document.Title, TitleOptions), SortKeyOrder.Instance)
            .ThenBy(document => document.Document).Select(document => document.Document)];
    }

    private int[] Best(Matches matches, int count, Func<int, float, double> key) => Best(matches, count, key, out _);

    private int[] Best(Matches matches, int count, Func<int, float, double> key, out double[] keys)
    {
        var heap = new PriorityQueue<int, Rank>(count + 1);
        var worst = default(Rank);
        for (var index = 0; index < matches.Count; index++)
        {
            var document = matches.Documents[index];
            var rank = new Rank(key(document, matches.Scores[index]), snapshot.Newest[document], document);
            if (heap.Count < count)
            {
                heap.Enqueue(document, rank);
            }
            else if (rank.CompareTo(worst) > 0)
            {
                heap.DequeueEnqueue(document, rank);
            }
            else
            {
                continue;
            }
            heap.TryPeek(out _, out worst);
        }
        var documents = new int[heap.Count];
        keys = new double[heap.Count];
        for (var place = documents.Length - 1; heap.TryDequeue(out var document, out var rank); place--)
        {
            (documents[place], keys[place]) = (document, rank.Key);
        }
        return documents;
    }

    private readonly record struct Rank(double Key, int Newest, int Document) : IComparable<Rank>
    {
        public int CompareTo(Rank other)
        {
            var order = Key.CompareTo(other.Key);
            order = order != 0 ? order : Newest.CompareTo(other.Newest);
            return order != 0 ? order : other.Document.CompareTo(Document);
        }
    }

    private sealed class SortKeyOrder : IComparer<SortKey>
    {
        public static SortKeyOrder Instance { get; } = new();

        public int Compare(SortKey? left, SortKey? right) => SortKey.Compare(left!, right!);
    }
}
